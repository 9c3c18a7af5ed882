package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a linked agent says of itself; the fields are those of {@link
 * io.custard.protocol.agent.Health}, but for the lamps that the gateway judges by its own clock.
 *
 * @param link {@code green} while the socket is heard, {@code red} when it has been silent too long
 * @param loop {@code green} while the agent answers probes; {@code unknown} for agents that cannot
 * @param keyId the public part of the key the link was opened with
 */
public record AgentHealthV1(
    ConnectionId connectionId,
    String instanceId,
    LinkId linkId,
    String database,
    @Nullable String code,
    @Nullable String message,
    @Nullable String roleWarning,
    long atEpochMillis,
    @Nullable List<String> roleFindings,
    @Nullable String roleRepair,
    @Nullable String link,
    @Nullable String loop,
    @Nullable Integer inFlight,
    @Nullable Boolean draining,
    @Nullable PolicySummary policy,
    @Nullable LedgerHead ledger,
    @Nullable String keyId)
    implements LinkEvent {
  public AgentHealthV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(database);
    roleFindings = roleFindings == null ? null : List.copyOf(roleFindings);
  }
}

package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent was welcomed.
 *
 * @param keyId the public part of the key it showed
 * @param capabilities and {@code policy}: as in its hello
 */
public record AgentLinkedV1(
    ConnectionId connectionId,
    String instanceId,
    LinkId linkId,
    EngineDescription engine,
    String build,
    long atEpochMillis,
    @Nullable String keyId,
    @Nullable List<String> capabilities,
    @Nullable PolicySummary policy)
    implements LinkEvent {
  public AgentLinkedV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(build);
    capabilities = capabilities == null ? null : List.copyOf(capabilities);
  }
}

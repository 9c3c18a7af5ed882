package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a linked agent says of itself; the fields are those of {@link
 * io.custard.protocol.agent.Health}.
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
    @Nullable String roleRepair)
    implements LinkEvent {
  public AgentHealthV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(database);
    roleFindings = roleFindings == null ? null : List.copyOf(roleFindings);
  }
}

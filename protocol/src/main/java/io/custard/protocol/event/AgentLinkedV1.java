package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import java.util.Objects;

/** An agent was welcomed. */
public record AgentLinkedV1(
    ConnectionId connectionId,
    String instanceId,
    LinkId linkId,
    EngineDescription engine,
    String build,
    long atEpochMillis)
    implements LinkEvent {
  public AgentLinkedV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(build);
  }
}

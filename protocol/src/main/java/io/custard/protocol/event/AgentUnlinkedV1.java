package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import java.util.Objects;

/** A link ended. */
public record AgentUnlinkedV1(
    ConnectionId connectionId, String instanceId, LinkId linkId, String reason, long atEpochMillis)
    implements LinkEvent {
  public AgentUnlinkedV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(reason);
  }
}

package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import java.util.Objects;

/**
 * The link a command is for, and the process start of the gateway that held it when it was sent.
 */
public record CommandTarget(ConnectionId connectionId, LinkId linkId) {
  public CommandTarget {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(linkId);
  }
}

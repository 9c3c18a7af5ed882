package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import java.util.Objects;

/**
 * Who holds one agent's link, as kept in Redis under {@code link:{connectionId}}, field: instance
 * id.
 *
 * @param inFlight executions under way when this was written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkOwner(ReplicaAddress gateway, LinkId linkId, String database, int inFlight) {
  public LinkOwner {
    Objects.requireNonNull(gateway);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(database);
  }

  /** The Redis key that holds the owners of a connection's links. */
  public static String key(ConnectionId connection) {
    return "link:" + connection;
  }
}

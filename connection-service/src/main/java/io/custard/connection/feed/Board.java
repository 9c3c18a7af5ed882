package io.custard.connection.feed;

import io.custard.connection.status.ConnectionStatus;
import io.custard.protocol.ConnectionId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the connections of an organisation are at one moment.
 *
 * @param drifts the id of the last drift of each connection that has one
 */
record Board(Map<ConnectionId, ConnectionStatus> statuses, Map<ConnectionId, Long> drifts) {
  Board {
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    drifts = Map.copyOf(drifts);
  }

  Board only(Set<ConnectionId> connections) {
    Map<ConnectionId, ConnectionStatus> some = new LinkedHashMap<>(statuses);
    some.keySet().retainAll(connections);
    Map<ConnectionId, Long> theirDrifts = new HashMap<>(drifts);
    theirDrifts.keySet().retainAll(connections);
    return new Board(some, theirDrifts);
  }

  Board only(ConnectionId connection) {
    ConnectionStatus status = statuses.get(connection);
    Long drift = drifts.get(connection);
    return new Board(
        status == null ? Map.of() : Map.of(connection, status),
        drift == null ? Map.of() : Map.of(connection, drift));
  }
}

package io.custard.connection.status;

import io.custard.connection.schema.SchemaSummary;
import io.custard.protocol.ConnectionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a connection is at this moment. */
record ConnectionStatus(
    ConnectionId id, boolean linked, List<AgentView> agents, @Nullable SchemaSummary schema) {
  ConnectionStatus {
    agents = List.copyOf(agents);
  }
}

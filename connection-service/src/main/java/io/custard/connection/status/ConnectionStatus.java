package io.custard.connection.status;

import io.custard.connection.schema.SchemaSummary;
import io.custard.protocol.ConnectionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is at this moment.
 *
 * @param linked one agent has a green link
 * @param ledgers the heads kept of its agents, newest first, also of agents that are gone
 */
public record ConnectionStatus(
    ConnectionId id,
    boolean linked,
    List<AgentView> agents,
    @Nullable SchemaSummary schema,
    List<LedgerView.Kept> ledgers) {
  public ConnectionStatus {
    agents = List.copyOf(agents);
    ledgers = List.copyOf(ledgers);
  }

  static ConnectionStatus of(
      ConnectionId id,
      List<AgentView> agents,
      @Nullable SchemaSummary schema,
      List<LedgerView.Kept> ledgers) {
    return new ConnectionStatus(
        id, agents.stream().anyMatch(AgentView::linked), agents, schema, ledgers);
  }
}

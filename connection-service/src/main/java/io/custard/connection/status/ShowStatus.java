package io.custard.connection.status;

import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.connection.schema.SchemaTables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts together what is known of one connection. */
@ApplicationScoped
class ShowStatus {
  private final Connections connections;
  private final LinkTable links;
  private final SchemaTables schemas;

  ShowStatus(Connections connections, LinkTable links, SchemaTables schemas) {
    this.connections = connections;
    this.links = links;
    this.schemas = schemas;
  }

  Uni<ConnectionStatus> of(OwnedConnection wanted) {
    return connections
        .get(wanted)
        .chain(known -> links.agents(wanted))
        .chain(agents -> withSchema(wanted, agents));
  }

  private Uni<ConnectionStatus> withSchema(OwnedConnection wanted, List<AgentView> agents) {
    return schemas
        .summary(wanted)
        .map(schema ->
            new ConnectionStatus(wanted.id(), !agents.isEmpty(), agents, schema.orElse(null)));
  }
}

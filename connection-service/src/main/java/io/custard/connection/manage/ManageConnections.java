package io.custard.connection.manage;

import io.custard.connection.manage.ConnectionView.Page;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.connection.registry.RegisteredConnection;
import io.custard.connection.tenant.Caller;
import io.custard.outbox.Outbox;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What the owners of connections do with them. */
@ApplicationScoped
class ManageConnections {
  private final Connections connections;
  private final LinkedConnections linked;
  private final Outbox outbox;
  private final AgentCommand command;

  ManageConnections(
      Connections connections, LinkedConnections linked, Outbox outbox, AgentCommand command) {
    this.connections = connections;
    this.linked = linked;
    this.outbox = outbox;
    this.command = command;
  }

  /** The key is drawn here, answered once and otherwise known only by its hash. */
  Uni<CreatedConnection> create(Caller caller, NewConnection wanted) {
    AgentKey key = AgentKey.draw();
    return connections
        .add(
            caller,
            new Connections.Draft(
                wanted.name(),
                wanted.dialect(),
                wanted.requireCleanRole(),
                wanted.allowedFunctions()),
            key)
        .invoke(outbox::kick)
        .map(made -> CreatedConnection.of(made, key, command.line(made.id(), key)));
  }

  Uni<Page> list(OrganisationId organisation) {
    return connections
        .list(organisation)
        .chain(found -> linked.of(organisation).map(ids -> page(found, ids)));
  }

  Uni<ConnectionView> show(OwnedConnection wanted) {
    return connections
        .get(wanted)
        .chain(found -> linked.of(wanted.organisation()).map(ids -> view(found, ids)));
  }

  Uni<ConnectionView> change(OwnedConnection wanted, ConnectionChange change, Caller caller) {
    return connections
        .change(
            wanted,
            new Connections.Change(
                change.name(), change.requireCleanRole(), change.allowedFunctions()),
            caller)
        .invoke(outbox::kick)
        .chain(changed -> show(wanted));
  }

  Uni<Void> delete(OwnedConnection wanted, Caller caller) {
    return connections.remove(wanted, caller).invoke(outbox::kick);
  }

  private static Page page(List<RegisteredConnection> found, Set<ConnectionId> linked) {
    return new Page(found.stream().map(connection -> view(connection, linked)).toList());
  }

  private static ConnectionView view(RegisteredConnection found, Set<ConnectionId> linked) {
    return ConnectionView.of(found, linked.contains(found.id()));
  }
}

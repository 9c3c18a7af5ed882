package io.custard.connection.manage;

import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.connection.audit.Actor;
import io.custard.connection.level.ConnectionLevels;
import io.custard.connection.manage.ConnectionView.Page;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.connection.registry.RegisteredConnection;
import io.custard.outbox.Outbox;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the owners of connections do with them. */
@ApplicationScoped
class ManageConnections {
  private final Connections connections;
  private final LinkedConnections linked;
  private final Outbox outbox;
  private final AgentCommand command;
  private final ConnectionLevels levels;

  ManageConnections(
      Connections connections,
      LinkedConnections linked,
      Outbox outbox,
      AgentCommand command,
      ConnectionLevels levels) {
    this.connections = connections;
    this.linked = linked;
    this.outbox = outbox;
    this.command = command;
    this.levels = levels;
  }

  /** The key is drawn here, answered once and otherwise known only by its hash. */
  Uni<CreatedConnection> create(Caller caller, NewConnection wanted) {
    AgentKey key = AgentKey.draw();
    return connections
        .add(Actor.of(caller), wanted.draft(), key)
        .invoke(outbox::kick)
        .map(made -> CreatedConnection.of(made, key, command.line(made.id(), key)));
  }

  /** Those that exist for the caller. */
  Uni<Page> list(Caller caller) {
    OrganisationId organisation = caller.organisationId();
    return Uni.combine()
        .all()
        .unis(connections.list(organisation), linked.of(organisation), levels.of(caller))
        .asTuple()
        .map(all -> page(all.getItem1(), all.getItem2(), all.getItem3()));
  }

  Uni<ConnectionView> show(OwnedConnection wanted, Caller caller) {
    return Uni.combine()
        .all()
        .unis(
            connections.get(wanted),
            linked.of(wanted.organisation()),
            levels.of(caller, wanted.id()))
        .asTuple()
        .map(all ->
            ConnectionView.of(
                all.getItem1(), all.getItem2().contains(wanted.id()), all.getItem3()));
  }

  Uni<ConnectionView> change(OwnedConnection wanted, ConnectionChange change, Caller caller) {
    return connections
        .change(wanted, change.change(), Actor.of(caller))
        .invoke(outbox::kick)
        .chain(changed -> show(wanted, caller));
  }

  Uni<Void> delete(OwnedConnection wanted, Caller caller) {
    return connections.remove(wanted, Actor.of(caller)).invoke(outbox::kick);
  }

  private static Page page(
      List<RegisteredConnection> found,
      Set<ConnectionId> linked,
      Map<ConnectionId, ConnectionLevel> levels) {
    return new Page(
        found.stream()
            .filter(connection -> levels.containsKey(connection.id()))
            .map(connection ->
                ConnectionView.of(
                    connection,
                    linked.contains(connection.id()),
                    Objects.requireNonNull(levels.get(connection.id()))))
            .toList());
  }
}

package io.custard.connection.key;

import io.custard.connection.audit.Actor;
import io.custard.connection.manage.AgentCommand;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.outbox.Outbox;
import io.custard.protocol.agent.AgentKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What owners do with the keys of a connection. */
@ApplicationScoped
class ManageKeys {
  private final Connections connections;
  private final KeyTable keys;
  private final LinksByKey links;
  private final AgentCommand command;
  private final Outbox outbox;

  ManageKeys(
      Connections connections,
      KeyTable keys,
      LinksByKey links,
      AgentCommand command,
      Outbox outbox) {
    this.connections = connections;
    this.keys = keys;
    this.links = links;
    this.command = command;
    this.outbox = outbox;
  }

  Uni<KeyView.Page> list(OwnedConnection wanted) {
    return connections
        .get(wanted)
        .chain(known -> links.inUse(wanted))
        .chain(inUse -> keys.of(wanted, inUse))
        .map(KeyView.Page::new);
  }

  /** The key is drawn here, answered once and otherwise known only by its hash. */
  Uni<CreatedKey> create(OwnedConnection wanted, Actor caller) {
    AgentKey key = AgentKey.draw();
    return connections
        .addKey(wanted, key, caller)
        .invoke(outbox::kick)
        .map(added ->
            new CreatedKey(
                added.keyId(), added.createdAt(), key.reveal(), command.line(wanted.id(), key)));
  }

  /** Published at once, so that gateways close the links that were opened with the key. */
  Uni<Void> revoke(OwnedConnection wanted, String keyId, Actor caller) {
    return connections.revokeKey(wanted, keyId, caller).invoke(outbox::kick);
  }
}

package io.custard.connection.status;

import io.custard.connection.key.KeyTable;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Applies what gateways say of links; any event may come again. */
@ApplicationScoped
class LinkEvents {
  private static final Logger LOG = Logger.getLogger(LinkEvents.class);

  private final LinkWrites links;
  private final LedgerHeads ledgers;
  private final KeyTable keys;

  LinkEvents(LinkWrites links, LedgerHeads ledgers, KeyTable keys) {
    this.links = links;
    this.ledgers = ledgers;
    this.keys = keys;
  }

  Uni<Void> apply(LinkEvent event) {
    return switch (event) {
      case AgentLinkedV1 linked -> named(linked.instanceId(), linked(linked));
      case AgentHealthV1 health -> named(health.instanceId(), health(health));
      case AgentUnlinkedV1 unlinked -> named(unlinked.instanceId(), links.unlinked(unlinked));
    };
  }

  private Uni<Void> linked(AgentLinkedV1 event) {
    return links
        .linked(event)
        .chain(() -> links.forget(event.connectionId()))
        .chain(() -> used(event.connectionId(), event.keyId()));
  }

  private Uni<Void> health(AgentHealthV1 event) {
    return links
        .health(event)
        .chain(news -> news ? ledgers.told(event) : Uni.createFrom().voidItem())
        .chain(() -> used(event.connectionId(), event.keyId()));
  }

  private Uni<Void> used(ConnectionId connection, @Nullable String keyId) {
    return keyId == null || !Told.isName(keyId)
        ? Uni.createFrom().voidItem()
        : keys.used(connection, keyId);
  }

  private static Uni<Void> named(String instance, Uni<Void> work) {
    if (Told.isName(instance)) {
      return work;
    }
    LOG.warn("Link event skipped: its instance id cannot be stored");
    return Uni.createFrom().voidItem();
  }
}

package io.custard.connection.status;

import io.custard.connection.key.KeyTable;
import io.custard.outbox.Outbox;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Applies what gateways say of links, a poll in one transaction; any event may come again. Readers
 * of the status look for changes at their own pace, so however many events a connection has they
 * hear of it once.
 */
@ApplicationScoped
class LinkEvents {
  private static final Logger LOG = Logger.getLogger(LinkEvents.class);

  private final Pool pool;
  private final LinkWrites links;
  private final LedgerHeads ledgers;
  private final KeyTable keys;
  private final Outbox outbox;

  LinkEvents(Pool pool, LinkWrites links, LedgerHeads ledgers, KeyTable keys, Outbox outbox) {
    this.pool = pool;
    this.links = links;
    this.ledgers = ledgers;
    this.keys = keys;
    this.outbox = outbox;
  }

  /** All of them or, when it fails, none. */
  Uni<Void> apply(List<LinkEvent> events) {
    LinkBatch batch = new LinkBatch();
    events.stream().filter(LinkEvents::isNamed).forEach(batch::add);
    return pool.withTransaction(sql -> store(sql, batch))
        .invoke(wentBack -> {
          if (wentBack) {
            outbox.kick();
          }
        })
        .chain(() -> keys.used(batch.uses()));
  }

  private Uni<Boolean> store(SqlClient sql, LinkBatch batch) {
    return Multi.createFrom()
        .iterable(batch.stages())
        .onItem()
        .transformToUniAndConcatenate(stage -> links.write(sql, stage))
        .collect()
        .asList()
        .call(() -> links.forget(sql, batch.linked()))
        .map(LinkEvents::heads)
        .chain(heads -> ledgers.told(sql, heads));
  }

  private static List<AgentHealthV1> heads(List<List<HealthRun>> news) {
    return news.stream().flatMap(List::stream).flatMap(run -> run.heads().stream()).toList();
  }

  private static boolean isNamed(LinkEvent event) {
    String instance =
        switch (event) {
          case AgentLinkedV1 linked -> linked.instanceId();
          case AgentHealthV1 health -> health.instanceId();
          case AgentUnlinkedV1 unlinked -> unlinked.instanceId();
        };
    boolean named = Told.isName(instance);
    if (!named) {
      LOG.warn("Link event skipped: its instance id cannot be stored");
    }
    return named;
  }
}

package io.custard.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The way out for events of this service (ADR: store, then publish). */
@ApplicationScoped
public class Outbox {
  private static final String APPEND =
      """
      insert into {schema}.outbox (topic, owner, key, payload, created_at)
      values ($1, $2, $3, $4, now())
      """;

  private final OutboxRelay relay;
  private final String append;

  Outbox(OutboxRelay relay, OutboxConfig config) {
    this.relay = relay;
    this.append = config.in(APPEND);
  }

  /** Adds to Hibernate's current transaction; published if, and only if, that commits. */
  public Uni<Void> append(OutboxRecord record) {
    return Panache.getSession().chain(session -> session.persist(new OutboxEntity(record)));
  }

  /** Adds to the transaction of this client. */
  public Uni<Void> append(SqlClient transaction, OutboxRecord record) {
    String owner = record.owner() == null ? null : record.owner().toString();
    return transaction
        .preparedQuery(append)
        .execute(Tuple.of(record.topic().topic(), owner, record.key(), record.payload()))
        .replaceWithVoid();
  }

  /** Says that a transaction with records has committed. Returns at once. */
  public void kick() {
    relay.kick();
  }
}

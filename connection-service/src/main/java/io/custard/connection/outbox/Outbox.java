package io.custard.connection.outbox;

import io.custard.protocol.event.Topic;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The way out for events of this service (ADR: store, then publish). */
@ApplicationScoped
public class Outbox {
  private final OutboxRelay relay;

  Outbox(OutboxRelay relay) {
    this.relay = relay;
  }

  /** Adds a record to the current transaction; it is published if, and only if, that commits. */
  public Uni<Void> append(Topic topic, String key, String payload) {
    return Panache.getSession()
        .chain(session -> session.persist(new OutboxRecord(topic.topic(), key, payload)));
  }

  /** Says that a transaction with records has committed. Returns at once. */
  public void kick() {
    relay.kick();
  }
}

package io.custard.connection.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code outbox} while it is written, inside the transaction of the change. */
@Entity
@Table(name = "outbox")
class OutboxRecord {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String topic;
  String key;
  String payload;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected OutboxRecord() {}

  OutboxRecord(String topic, String key, String payload) {
    this.topic = topic;
    this.key = key;
    this.payload = payload;
    this.createdAt = Instant.now();
  }
}

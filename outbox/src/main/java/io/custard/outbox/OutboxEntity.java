package io.custard.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code outbox} while it is written, inside the transaction of the change. */
@Entity
@Table(name = "outbox")
class OutboxEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String topic;
  @Nullable String owner;
  String key;
  String payload;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected OutboxEntity() {}

  OutboxEntity(OutboxRecord record) {
    this.topic = record.topic().topic();
    this.owner = record.owner() == null ? null : record.owner().toString();
    this.key = record.key();
    this.payload = record.payload();
    this.createdAt = Instant.now();
  }
}

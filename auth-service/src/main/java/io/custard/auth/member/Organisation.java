package io.custard.auth.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code organisations}. */
@Entity
@Table(name = "organisations")
class Organisation {
  @Id UUID id;
  String name;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected Organisation() {}

  Organisation(UUID id, String name, Instant now) {
    this.id = id;
    this.name = name;
    this.createdAt = now;
  }
}

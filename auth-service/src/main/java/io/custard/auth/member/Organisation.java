package io.custard.auth.member;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.OrganisationV1;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A row of {@code organisations}. Its lock is held while its owners change. */
@Entity
@Table(name = "organisations")
public class Organisation {
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

  /** A new one. */
  public static Organisation named(String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return new Organisation(UUID.randomUUID(), name, now);
  }

  /** The primary key. */
  public UUID id() {
    return id;
  }

  public OrganisationId organisationId() {
    return OrganisationId.of(id);
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public void rename(String newName) {
    name = newName;
  }

  /** What other services must know of this organisation. */
  public OrganisationV1 event(long version, boolean deleted) {
    return new OrganisationV1(organisationId(), version, name, deleted);
  }
}

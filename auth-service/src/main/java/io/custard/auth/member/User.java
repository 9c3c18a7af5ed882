package io.custard.auth.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}. */
@Entity
@Table(name = "users")
class User {
  @Id UUID id;
  String email;
  @Nullable String name;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected User() {}

  User(UUID id, NewMember member, Instant now) {
    this.id = id;
    this.email = member.email();
    this.name = member.name();
    this.passwordHash = member.passwordHash();
    this.createdAt = now;
  }
}

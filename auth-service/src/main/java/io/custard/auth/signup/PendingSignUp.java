package io.custard.auth.signup;

import io.custard.auth.link.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sign_ups}: an account that waits for its e-mail to be proved. */
@Entity
@Table(name = "sign_ups")
public class PendingSignUp {
  @Id UUID id;
  String email;
  @Nullable String name;

  @Column(name = "password_hash")
  String passwordHash;

  String organisation;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected PendingSignUp() {}

  PendingSignUp(SignUp wanted, String passwordHash) {
    this.id = UUID.randomUUID();
    this.email = wanted.email();
    this.name = wanted.name();
    this.passwordHash = passwordHash;
    this.organisation = wanted.organisationOrDefault();
    this.createdAt = Instant.now();
    this.expiresAt = createdAt.plus(Purpose.VERIFY_EMAIL.life());
  }

  public String passwordHash() {
    return passwordHash;
  }
}

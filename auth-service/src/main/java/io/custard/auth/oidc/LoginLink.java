package io.custard.auth.oidc;

import io.custard.auth.provider.OutsidePerson;
import io.custard.protocol.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code login_links}: an outside log-in that opens an account. */
@Entity
@Table(name = "login_links")
class LoginLink {
  @Id UUID id;

  @Column(name = "user_id")
  UUID userId;

  String provider;
  String issuer;
  String subject;

  /** As the provider said it last; only shown. */
  @Nullable String email;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "used_at")
  Instant usedAt;

  /** For Hibernate. */
  protected LoginLink() {}

  LoginLink(UserId user, String provider, OutsidePerson person) {
    this.id = UUID.randomUUID();
    this.userId = user.value();
    this.provider = provider;
    this.issuer = person.issuer();
    this.subject = person.subject();
    this.email = person.email();
    this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    this.usedAt = createdAt;
  }

  UserId user() {
    return UserId.of(userId);
  }

  void used(@Nullable String emailNow) {
    usedAt = Instant.now();
    email = emailNow;
  }
}

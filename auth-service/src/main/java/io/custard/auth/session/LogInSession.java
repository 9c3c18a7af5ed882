package io.custard.auth.session;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sessions}: one log-in, the family of its refresh tokens. */
@Entity
@Table(name = "sessions")
class LogInSession {
  @Id UUID id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "organisation_id")
  UUID organisationId;

  @Nullable String csrf;

  @Column(name = "user_agent")
  String userAgent;

  String address;

  @Column(name = "created_at")
  Instant createdAt;

  /** When it was last refreshed; the present token is as old. */
  @Column(name = "used_at")
  Instant usedAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "current_sha256")
  String currentSha256;

  @Nullable
  @Column(name = "previous_sha256")
  String previousSha256;

  @Nullable
  @Column(name = "revoked_at")
  Instant revokedAt;

  /** For Hibernate. */
  protected LogInSession() {}

  LogInSession(UserId user, Client client, @Nullable String csrf, Duration longest) {
    Instant now = Instant.now();
    this.id = UUID.randomUUID();
    this.userId = user.value();
    this.csrf = csrf;
    this.userAgent = client.userAgent();
    this.address = client.address();
    this.createdAt = now;
    this.usedAt = now;
    this.endsAt = now.plus(longest);
  }

  UserId user() {
    return UserId.of(userId);
  }

  OrganisationId organisation() {
    return OrganisationId.of(organisationId);
  }

  boolean isBrowser() {
    return csrf != null;
  }

  /** When its present refresh token ends. */
  Instant idleEnd(Duration idle) {
    Instant end = usedAt.plus(idle);
    return end.isBefore(endsAt) ? end : endsAt;
  }

  boolean isOpen(Duration idle) {
    return revokedAt == null && Instant.now().isBefore(idleEnd(idle));
  }

  /** A new token takes the place of the present one. */
  void rotate(String sha256, UUID organisation) {
    previousSha256 = currentSha256;
    currentSha256 = sha256;
    organisationId = organisation;
    usedAt = Instant.now();
  }

  void revoke() {
    revokedAt = Instant.now();
  }
}

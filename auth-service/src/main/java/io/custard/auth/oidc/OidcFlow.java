package io.custard.auth.oidc;

import io.custard.auth.provider.Handshake;
import io.custard.auth.provider.Provider;
import io.custard.protocol.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code oidc_flows}: a browser that was sent to a provider. */
@Entity
@Table(name = "oidc_flows")
class OidcFlow {
  @Id String sha256;
  String provider;

  @Column(name = "return_to")
  String returnTo;

  @Nullable
  @Column(name = "link_user_id")
  UUID linkUserId;

  @Nullable
  @Column(name = "link_session_id")
  UUID linkSessionId;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected OidcFlow() {}

  OidcFlow(Handshake handshake, Provider provider, ReturnTo returnTo, Instant expiresAt) {
    this.sha256 = handshake.sha256();
    this.provider = provider.id();
    this.returnTo = returnTo.path();
    this.expiresAt = expiresAt;
  }

  /** Somebody who is logged in wants to link whoever comes back. */
  OidcFlow linking(UserId user, @Nullable UUID session) {
    linkUserId = user.value();
    linkSessionId = session;
    return this;
  }

  boolean isOpen(Provider of) {
    return provider.equals(of.id()) && Instant.now().isBefore(expiresAt);
  }

  /** Empty: it is a log-in. */
  Optional<UserId> linkFor() {
    return Optional.ofNullable(linkUserId).map(UserId::of);
  }
}

package io.custard.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code refresh_tokens}: one that was given out, used or not. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {
  static final String PREFIX = "custard_refresh_";

  @Id String sha256;

  @Column(name = "session_id")
  UUID sessionId;

  /** For Hibernate. */
  protected RefreshToken() {}

  RefreshToken(String sha256, UUID sessionId) {
    this.sha256 = sha256;
    this.sessionId = sessionId;
  }
}

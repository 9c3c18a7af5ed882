package io.custard.connection.registry;

import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.ConnectionRegisteredV1.KeyHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code agent_key}: what is kept of a key, never the key. */
@Entity
@Table(name = "agent_key")
class AgentKeyHash {
  @Id
  @Column(name = "key_id")
  String keyId;

  String sha256;
  boolean revoked;

  @Nullable
  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected AgentKeyHash() {}

  AgentKeyHash(AgentKey key, Instant now) {
    this.keyId = key.keyId();
    this.sha256 = key.sha256();
    this.createdAt = now;
  }

  void revoke(Instant now) {
    if (!revoked) {
      revoked = true;
      revokedAt = now;
    }
  }

  KeyHash event() {
    return new KeyHash(keyId, sha256, revoked);
  }
}

package io.custard.connection.registry;

import java.time.Instant;
import java.util.Objects;

/** The public part of an agent's key. */
public record RegisteredKey(String keyId, Instant createdAt) {
  public RegisteredKey {
    Objects.requireNonNull(keyId);
    Objects.requireNonNull(createdAt);
  }
}

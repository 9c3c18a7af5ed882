package io.custard.gateway.key;

import io.custard.protocol.agent.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps those who show wrong keys from costing more than a look into a table in memory. Only
 * refused attempts count, and who shows a key that was right a while ago is always looked up: so
 * nobody can lock out the agents of a connection by asking for it with made-up keys.
 */
@ApplicationScoped
class Attempts {
  /** Sources that are remembered; beyond, the one unseen for longest starts afresh. */
  private static final int SOURCES = 10_000;

  private final KnownKeys keys;
  private final AttemptConfig config;
  private final RecentMap<String, TokenBucket> buckets = new RecentMap<>(SOURCES);

  Attempts(KnownKeys keys, AttemptConfig config) {
    this.keys = keys;
    this.config = config;
  }

  /** Seconds to wait before the next attempt; 0 when this one may be looked at. */
  int retryAfter(Attempt attempt) {
    if (attempt.key().filter(this::wasRight).isPresent()) {
      return 0;
    }
    long now = System.nanoTime();
    return Math.max(
        address(attempt, now).secondsUntilNext(now),
        connection(attempt, now).secondsUntilNext(now));
  }

  void refused(Attempt attempt) {
    long now = System.nanoTime();
    address(attempt, now).take(now);
    connection(attempt, now).take(now);
  }

  private boolean wasRight(AgentKey key) {
    Optional<KnownKeys.KnownKey> known = keys.lately(key.keyId());
    return known.filter(stored -> !stored.revoked() && key.matches(stored.sha256())).isPresent();
  }

  private TokenBucket address(Attempt attempt, long now) {
    return buckets.computeIfAbsent(
        "address " + attempt.address(),
        source -> new TokenBucket(config.addressBurst(), config.addressPerSecond(), now));
  }

  private TokenBucket connection(Attempt attempt, long now) {
    return buckets.computeIfAbsent(
        "connection " + attempt.connectionId(),
        source -> new TokenBucket(config.connectionBurst(), config.connectionPerSecond(), now));
  }
}

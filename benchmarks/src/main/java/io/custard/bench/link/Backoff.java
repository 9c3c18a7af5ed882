package io.custard.bench.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long an agent waits before it dials again, as the real one does: full jitter. */
final class Backoff {
  private static final long BASE_MILLIS = 500;
  private static final long CAP_MILLIS = 30_000;
  private static final int LAST_DOUBLING = 6;
  private static final long HELD_NANOS = Duration.ofSeconds(10).toNanos();

  private int attempt;

  /** A link was lost; only one that held for a while makes the next wait short again. */
  void lost(long heldNanos) {
    attempt = heldNanos > HELD_NANOS ? 0 : attempt + 1;
  }

  void refused() {
    attempt++;
  }

  /**
   * Milliseconds until the next attempt.
   *
   * @param retryAfterSeconds what the gateway asked for, 0 for nothing; the least, the draw on top
   */
  long waitMillis(long retryAfterSeconds) {
    int doublings = retryAfterSeconds > 0 ? 0 : Math.min(attempt, LAST_DOUBLING);
    long bound = Math.min(CAP_MILLIS, BASE_MILLIS << doublings);
    return retryAfterSeconds * 1_000 + 1 + ThreadLocalRandom.current().nextLong(bound);
  }
}

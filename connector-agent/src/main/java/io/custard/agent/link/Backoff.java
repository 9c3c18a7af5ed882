package io.custard.agent.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Full jitter: a wait drawn between nothing and a bound that doubles with every attempt, so that
 * agents that lost their gateway together do not come back together.
 */
final class Backoff {
  private static final Duration BASE = Duration.ofMillis(500);
  private static final Duration CAP = Duration.ofSeconds(30);
  private static final int LAST_DOUBLING = 6;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait before the attempt.
   *
   * @param attempt from 0
   * @param retryAfter what the gateway asked for; it is the least, and the draw comes on top
   */
  Duration wait(int attempt, Duration retryAfter) {
    long bound = bound(retryAfter.isZero() ? attempt : 0).toMillis();
    return retryAfter.plusMillis(random.nextLong(bound + 1));
  }

  static Duration bound(int attempt) {
    Duration bound = BASE.multipliedBy(1L << Math.min(attempt, LAST_DOUBLING));
    return bound.compareTo(CAP) < 0 ? bound : CAP;
  }
}

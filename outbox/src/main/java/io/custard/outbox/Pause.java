package io.custard.outbox;

import java.time.Duration;
import java.time.Instant;

/** Until when nothing is tried, and for how long that is; zero when all is well. */
record Pause(Instant until, Duration length) {
  static final Pause NONE = new Pause(Instant.MIN, Duration.ZERO);

  boolean lasts(Instant now) {
    return now.isBefore(until);
  }

  /** The pause after one more failure: twice as long, within the bounds. */
  Pause longer(Instant now, Duration first, Duration longest) {
    Duration doubled = length.isZero() ? first : length.multipliedBy(2);
    Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
    return new Pause(now.plus(bounded), bounded);
  }
}

package io.custard.query.model.health;

import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.model.health.Availability.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one model. Thread safe.
 *
 * <pre>
 *   open --(five calls in a row without an answer)--> shut --(any answer, also to a probe)--> open
 * </pre>
 */
public final class ModelHealth {
  private static final int MOST_FAILURES = 5;

  private Availability seen = new Availability(State.UNKNOWN, Instant.now(), null);
  private int failures;
  private boolean shut;
  private boolean probing;
  private Instant nextProbe = Instant.MIN;

  ModelHealth() {}

  public synchronized Availability availability() {
    return seen;
  }

  /** Whether only probes ask it. */
  public synchronized boolean isShut() {
    return shut;
  }

  /** It said something. */
  public synchronized void answered() {
    failures = 0;
    shut = false;
    see(State.AVAILABLE, null);
  }

  /** A call failed like this. */
  public synchronized void learn(Kind kind) {
    switch (kind) {
      case UNREACHABLE, BROKEN_OFF, LATE -> {
        failures++;
        shut = shut || failures >= MOST_FAILURES;
        see(State.UNAVAILABLE, kind == Kind.LATE ? kind : Kind.UNREACHABLE);
      }
      case KEY_REFUSED, ADDRESS_REFUSED -> {
        failures = 0;
        see(State.UNAVAILABLE, kind);
      }
      case LIMITED, REQUEST_REFUSED, REFUSED, CUT_OFF, MALFORMED -> answered();
      case BUSY, AWAY, BUDGET_SPENT, UNCOUNTED -> {} // nobody asked it
    }
  }

  /** Whether a probe is due; if so it counts as begun. */
  synchronized boolean beginProbe(Instant now) {
    boolean due = !probing && !now.isBefore(nextProbe);
    probing |= due;
    return due;
  }

  /**
   * The probe is over.
   *
   * @param failure null: it answered
   */
  synchronized void probed(@Nullable Kind failure, Duration every) {
    long millis = every.toMillis();
    long jitter = ThreadLocalRandom.current().nextLong(millis / 5 + 1) - millis / 10;
    probing = false;
    nextProbe = Instant.now().plusMillis(millis + jitter);
    if (failure == null) {
      answered();
    } else {
      see(State.UNAVAILABLE, failure);
    }
  }

  private void see(State state, @Nullable Kind why) {
    String reason = why == null ? null : why.name().toLowerCase(Locale.ROOT);
    if (seen.state() != state || !Objects.equals(seen.reason(), reason)) {
      Instant since = seen.state() == state ? seen.since() : Instant.now();
      seen = new Availability(state, since, reason);
    }
  }
}

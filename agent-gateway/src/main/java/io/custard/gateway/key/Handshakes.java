package io.custard.gateway.key;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many agents are being let in at the same time. When all of them dial at once, as many as can
 * be served are let in soon; the others are sent away early, when that is cheap, and told to come
 * back one after the other.
 */
@ApplicationScoped
public class Handshakes {
  /** Nobody is sent away for longer. */
  private static final long MOST_SECONDS = 30;

  private final AttemptConfig config;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong lastTurn = new AtomicLong(System.nanoTime());

  Handshakes(AttemptConfig config) {
    this.config = config;
  }

  /** Whether one more may begin. */
  boolean hasRoom() {
    return underWay.get() < config.handshakes();
  }

  /** Counts a part of a handshake that takes work of ours, for as long as it lasts. */
  public <T> Uni<T> during(Uni<T> part) {
    return Uni.createFrom()
        .deferred(() -> {
          underWay.incrementAndGet();
          return part.onTermination().invoke(underWay::decrementAndGet);
        });
  }

  /**
   * Seconds after which somebody sent away is to come back, at least 1: each has a turn of its own,
   * after those sent away before.
   */
  public int comeBackAfter() {
    long now = System.nanoTime();
    long between = TimeUnit.SECONDS.toNanos(1) / config.handshakesPerSecond();
    long turn = lastTurn.updateAndGet(last -> turn(last, now, between)) - now;
    long seconds = TimeUnit.NANOSECONDS.toSeconds(turn) + 1;
    return (int)
        (seconds <= MOST_SECONDS
            ? seconds
            : ThreadLocalRandom.current().nextLong(MOST_SECONDS / 2, MOST_SECONDS + 1));
  }

  /** The turns end a little after the longest wait; whoever comes later has a random one. */
  private static long turn(long last, long now, long between) {
    long next = (last - now < 0 ? now : last) + between;
    return Math.min(next - now, TimeUnit.SECONDS.toNanos(MOST_SECONDS + 1)) + now;
  }
}

package io.custard.access.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps what was read for as long as somebody confirms, again and again, what changed. Unconfirmed
 * for {@link #TRUSTED} it keeps nothing back: everything is read anew.
 */
final class WatchedCache<K, V> {
  private static final int MOST = 10_000;
  private static final Duration TRUSTED = Duration.ofSeconds(3);

  /** Bounds what a fault of ours could do. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Cache<K, V> kept =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  /** Counts confirmations that brought changes. */
  private final AtomicLong round = new AtomicLong();

  private volatile long confirmedAt = System.nanoTime() - TRUSTED.toNanos();

  /** What is kept, or else read and then kept. */
  Uni<V> get(K key, Function<K, Uni<V>> read) {
    V known = isTrusted() ? kept.getIfPresent(key) : null;
    return known != null ? Uni.createFrom().item(known) : readAndKeep(key, read);
  }

  /** What was read while a change arrived may be of before it, and is not kept. */
  private Uni<V> readAndKeep(K key, Function<K, Uni<V>> read) {
    long before = round.get();
    return read.apply(key)
        .invoke(value -> {
          kept.put(key, value);
          if (round.get() != before) {
            kept.invalidate(key);
          }
        });
  }

  /**
   * Nothing but these has changed since the last confirmation.
   *
   * @param asOf {@link System#nanoTime} of before the changes were looked for
   */
  void confirm(Predicate<K> changed, boolean any, long asOf) {
    if (any) {
      round.incrementAndGet();
      kept.asMap().keySet().removeIf(changed);
    }
    confirmedAt = asOf;
  }

  private boolean isTrusted() {
    return System.nanoTime() - confirmedAt < TRUSTED.toNanos();
  }
}

package io.custard.connection.key;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which keys were written as used within the last minute, so that the database is not asked about
 * every heartbeat. Bounded: beyond that the oldest is forgotten, which costs one statement more.
 */
final class RecentUses {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST = 50_000;

  private final LongSupplier nanos;
  private final Map<KeyUse, Long> written =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyUse, Long> eldest) {
          return size() > MOST;
        }
      };

  RecentUses(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Those that are to be written. */
  synchronized List<KeyUse> due(Collection<KeyUse> uses) {
    long now = nanos.getAsLong();
    return uses.stream()
        .filter(use -> {
          Long before = written.get(use);
          return before == null || now - before >= MINUTE;
        })
        .distinct()
        .toList();
  }

  /** They have been written. */
  synchronized void wrote(Collection<KeyUse> uses) {
    long now = nanos.getAsLong();
    uses.forEach(use -> {
      written.remove(use); // so that it is the youngest again
      written.put(use, now);
    });
  }
}

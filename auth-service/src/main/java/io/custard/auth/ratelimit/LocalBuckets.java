package io.custard.auth.ratelimit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * In this process, for the time that Redis is away. When there are too many sources, the one unseen
 * for longest starts afresh.
 */
@ApplicationScoped
class LocalBuckets implements Buckets {
  private static final int SOURCES = 10_000;

  private final DoubleSupplier seconds;
  private final Map<String, Double> full =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
          return size() > SOURCES;
        }
      };

  @Inject
  LocalBuckets() {
    this(() -> System.nanoTime() / 1e9);
  }

  LocalBuckets(DoubleSupplier seconds) {
    this.seconds = seconds;
  }

  @Override
  public Uni<Verdict> take(List<Bucket> buckets, int cost) {
    return Uni.createFrom().item(() -> taken(buckets, cost));
  }

  private synchronized Verdict taken(List<Bucket> buckets, int cost) {
    double now = seconds.getAsDouble();
    for (int i = 0; i < buckets.size(); i++) {
      Bucket bucket = buckets.get(i);
      double next =
          Math.max(full.getOrDefault(bucket.key(), now), now) + cost * bucket.secondsEach();
      double wait = next - bucket.burst() * bucket.secondsEach() - now;
      if (cost > 0 && wait > 0) {
        return new Verdict(i, wait);
      }
      full.put(bucket.key(), Math.max(next, now));
    }
    return Verdict.ALLOWED;
  }
}

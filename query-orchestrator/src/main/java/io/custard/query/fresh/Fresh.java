package io.custard.query.fresh;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/**
 * Values that are at most a second old: another replica may be the one that changes them. Holds ten
 * thousand at most.
 *
 * @param <V> immutable: it is given to many
 */
public final class Fresh<K, V> {
  private static final int KEPT = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cache<K, V> kept =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FRESH).build();
  private final Function<K, Uni<V>> look;

  public Fresh(Function<K, Uni<V>> look) {
    this.look = look;
  }

  public Uni<V> of(K key) {
    V known = kept.getIfPresent(key);
    return known == null
        ? look.apply(key).invoke(found -> kept.put(key, found))
        : Uni.createFrom().item(known);
  }

  /** This replica changed it. */
  public void forget(K key) {
    kept.invalidate(key);
  }
}

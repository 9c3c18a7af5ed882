package io.custard.gateway.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map that keeps the entries used last, at most so many; may be used by any thread. */
final class RecentMap<K, V> {
  private final Map<K, V> entries;

  RecentMap(int most) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  synchronized V computeIfAbsent(K key, Function<K, V> made) {
    return entries.computeIfAbsent(key, made);
  }

  /** All of them, as they are now. */
  synchronized List<Map.Entry<K, V>> list() {
    return new ArrayList<>(entries.entrySet().stream().map(Map.Entry::copyOf).toList());
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }
}

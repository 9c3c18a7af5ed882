package io.custard.bench.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many agents are linked, and why the others are not. */
final class LinkTally {
  private final AtomicInteger linked = new AtomicInteger();
  private final Map<String, Integer> setbacks = new ConcurrentHashMap<>();

  void linked() {
    linked.incrementAndGet();
  }

  void unlinked() {
    linked.decrementAndGet();
  }

  /** A dial or a link came to nothing. */
  void setback(String code) {
    setbacks.merge(code, 1, Integer::sum);
  }

  int count() {
    return linked.get();
  }

  /** How often what came in the way since the last call. */
  ObjectNode setbacks() {
    ObjectNode counts = Json.MAPPER.createObjectNode();
    new TreeMap<>(setbacks).forEach((code, times) -> counts.put(code, times));
    setbacks.clear();
    return counts;
  }
}

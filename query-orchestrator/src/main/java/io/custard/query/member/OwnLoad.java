package io.custard.query.member;

import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What this replica has sent to each link so recently that the gateway's stamp does not count it
 * yet. Holds no more than the statements under way.
 */
final class OwnLoad {
  private final long freshNanos;
  private final Map<LinkId, Map<QueryId, Long>> sent = new HashMap<>();

  /**
   * @param fresh how old what the directory says may be
   */
  OwnLoad(Duration fresh) {
    this.freshNanos = fresh.toNanos();
  }

  synchronized void sent(LinkId link, QueryId query, long nanos) {
    sent.computeIfAbsent(link, first -> new HashMap<>()).put(query, nanos);
  }

  synchronized void ended(LinkId link, QueryId query) {
    Map<QueryId, Long> open = sent.get(link);
    if (open != null && open.remove(query) != null && open.isEmpty()) {
      sent.remove(link);
    }
  }

  synchronized int recent(LinkId link, long nanos) {
    return (int)
        sent.getOrDefault(link, Map.of()).values().stream()
            .filter(at -> nanos - at < freshNanos)
            .count();
  }
}

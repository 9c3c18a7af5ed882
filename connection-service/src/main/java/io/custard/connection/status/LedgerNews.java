package io.custard.connection.status;

import io.custard.connection.status.LinkBatch.Agent;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.event.AgentHealthV1;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares heads with those before them, one after the other. */
final class LedgerNews {
  private final Map<Agent, Head> last;
  private final Map<Agent, Integer> place = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<ConnectionId> begun = new LinkedHashSet<>();

  /** How far a ledger had come. */
  record Head(long lines, String hash, OffsetDateTime at) {}

  /**
   * A head to keep.
   *
   * @param warning null: it goes on from the one before
   */
  record Step(AgentHealthV1 health, Head head, @Nullable String warning) {}

  /**
   * Begins after what is kept.
   *
   * @param kept of every agent that one is kept of
   */
  LedgerNews(Map<Agent, Head> kept) {
    last = new HashMap<>(kept);
  }

  void add(AgentHealthV1 health, LedgerHead told) {
    Agent agent = Agent.of(health);
    Head head = new Head(told.lines(), told.hash(), LinkWrites.time(health.atEpochMillis()));
    Head before = last.get(agent);
    if (before == null) {
      begun.add(health.connectionId());
    } else if (before.at().isAfter(head.at())) {
      return; // came again
    }
    last.put(agent, head);
    add(agent, new Step(health, head, before == null ? null : warning(before, head)));
  }

  /** Of heads that only go forwards the last says all. */
  private void add(Agent agent, Step step) {
    int at = place.getOrDefault(agent, -1);
    if (at >= 0 && steps.get(at).warning() == null && step.warning() == null) {
      steps.set(at, step);
    } else {
      place.put(agent, steps.size());
      steps.add(step);
    }
  }

  /** To be kept in this order. */
  List<Step> steps() {
    return steps;
  }

  /** Those of them that tell of a ledger that went back. */
  List<Step> warnings() {
    return steps.stream().filter(step -> step.warning() != null).toList();
  }

  /** Connections with an agent of which nothing was kept. */
  Set<ConnectionId> begun() {
    return begun;
  }

  private static @Nullable String warning(Head last, Head head) {
    if (head.lines() < last.lines()) {
      return "The ledger had %d lines and now has %d: its end was cut off."
          .formatted(last.lines(), head.lines());
    }
    return head.lines() == last.lines() && !head.hash().equals(last.hash())
        ? "Line %d of the ledger is not what it was: it was altered.".formatted(last.lines())
        : null;
  }
}

package io.custard.connection.status;

import io.custard.connection.key.KeyUse;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one poll, sorted by kind so that few statements store them.
 *
 * <p>Events of different agents say nothing of each other, so only those of one agent keep their
 * order. A stage is stored links first, then health, then ends; an event that must come later than
 * one before it of the same agent goes to the next stage. Nearly every poll has one.
 */
final class LinkBatch {
  private final List<Stage> stages = new ArrayList<>();
  private final Map<Agent, Integer> stageOf = new HashMap<>();
  private final Set<ConnectionId> linked = new LinkedHashSet<>();
  private final Set<KeyUse> uses = new LinkedHashSet<>();

  /** One agent's process. */
  record Agent(ConnectionId connection, String instance) {
    static Agent of(AgentHealthV1 event) {
      return new Agent(event.connectionId(), event.instanceId());
    }
  }

  /** What is stored together; the events of one agent in their order within each list. */
  static final class Stage {
    private final List<AgentLinkedV1> linked = new ArrayList<>();
    private final List<HealthRun> health = new ArrayList<>();
    private final List<AgentUnlinkedV1> unlinked = new ArrayList<>();
    private final Map<Agent, HealthRun> runs = new HashMap<>();
    private final Map<Agent, Integer> kinds = new HashMap<>();

    List<AgentLinkedV1> linked() {
      return linked;
    }

    List<HealthRun> health() {
      return health;
    }

    List<AgentUnlinkedV1> unlinked() {
      return unlinked;
    }

    private boolean takes(Agent agent, int kind) {
      return kinds.getOrDefault(agent, 0) <= kind;
    }

    private void add(Agent agent, AgentHealthV1 event) {
      HealthRun run = runs.get(agent);
      if (run == null || !run.add(event)) {
        HealthRun next = new HealthRun(event);
        runs.put(agent, next);
        health.add(next);
      }
    }
  }

  /** The next event, in the order in which they came. */
  void add(LinkEvent event) {
    switch (event) {
      case AgentLinkedV1 link -> {
        stage(new Agent(link.connectionId(), link.instanceId()), 0).linked.add(link);
        linked.add(link.connectionId());
        used(link.connectionId(), link.keyId());
      }
      case AgentHealthV1 health -> {
        stage(Agent.of(health), 1).add(Agent.of(health), health);
        used(health.connectionId(), health.keyId());
      }
      case AgentUnlinkedV1 end ->
          stage(new Agent(end.connectionId(), end.instanceId()), 2).unlinked.add(end);
    }
  }

  List<Stage> stages() {
    return stages;
  }

  /** Connections with a new link. */
  Set<ConnectionId> linked() {
    return linked;
  }

  /** Keys whose links were heard. */
  Set<KeyUse> uses() {
    return uses;
  }

  private Stage stage(Agent agent, int kind) {
    int at = stageOf.getOrDefault(agent, 0);
    if (at < stages.size() && !stages.get(at).takes(agent, kind)) {
      at++;
    }
    if (at == stages.size()) {
      stages.add(new Stage());
    }
    stageOf.put(agent, at);
    Stage stage = stages.get(at);
    stage.kinds.put(agent, kind);
    return stage;
  }

  private void used(ConnectionId connection, @Nullable String keyId) {
    if (keyId != null && Told.isName(keyId)) {
      uses.add(new KeyUse(connection, keyId));
    }
  }
}

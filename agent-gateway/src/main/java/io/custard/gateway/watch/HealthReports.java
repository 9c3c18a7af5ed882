package io.custard.gateway.watch;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkEvents;
import io.custard.gateway.link.LinkListener;
import io.custard.gateway.link.Links;
import io.custard.gateway.owner.OwnershipWatch;
import io.custard.protocol.Capability;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Probes agents every heartbeat, judges their lamps by our own clock, and says so: with every
 * report of the agent, and at once when a lamp changed. An agent that reports all the time is
 * passed on four times a second at most.
 */
@ApplicationScoped
class HealthReports implements LinkListener {
  private static final long LEAST_NANOS = 250_000_000;

  private final Links links;
  private final LinkEvents events;
  private final OwnershipWatch ownership;
  private final GatewayConfig config;
  private final Map<LinkId, Told> told = new ConcurrentHashMap<>();

  /**
   * What was said last of one link.
   *
   * @param owed a later report was held back
   */
  private record Told(long atNanos, boolean draining, boolean owed) {}

  HealthReports(Links links, LinkEvents events, OwnershipWatch ownership, GatewayConfig config) {
    this.links = links;
    this.events = events;
    this.ownership = ownership;
    this.config = config;
  }

  @Scheduled(every = "1s")
  void look() {
    links.all().stream().filter(AgentLink::isReady).forEach(this::look);
  }

  private void look(AgentLink link) {
    probe(link);
    Told before = told.get(link.id());
    if (link.judge(heartbeat())) {
      tell(link, true);
    } else if (before != null && before.owed()) {
      tell(link, false);
    }
  }

  private void probe(AgentLink link) {
    if (link.can(Capability.PROBE) && link.signs().isProbeDue(heartbeat())) {
      link.send(new Probe("loop", null));
    }
  }

  @Override
  public void welcomed(AgentLink link) {
    probe(link);
  }

  @Override
  public void received(AgentLink link, AgentFrame frame) {
    switch (frame) {
      case Health health -> reported(link);
      case Probed probed -> judge(link);
      default -> {
        // says nothing of lamps
      }
    }
  }

  @Override
  public void closed(AgentLink link) {
    told.remove(link.id());
  }

  private void judge(AgentLink link) {
    if (link.judge(heartbeat())) {
      tell(link, true);
    }
  }

  private void reported(AgentLink link) {
    Told before = told.get(link.id());
    boolean turned = before != null && before.draining() != link.isDraining();
    if (link.judge(heartbeat()) || turned) {
      tell(link, true);
    } else if (before == null || System.nanoTime() - before.atNanos() >= LEAST_NANOS) {
      tell(link, false);
    } else if (!before.owed()) {
      told.put(link.id(), new Told(before.atNanos(), before.draining(), true));
    }
  }

  private void tell(AgentLink link, boolean changed) {
    told.put(link.id(), new Told(System.nanoTime(), link.isDraining(), false));
    if (!link.isReady()) {
      told.remove(link.id()); // it ended meanwhile, so nobody else would clean up
    }
    link.hello().ifPresent(hello -> events.health(link, hello));
    if (changed) {
      ownership.tellSoon(link);
    }
  }

  private long heartbeat() {
    return config.heartbeat().toNanos();
  }
}

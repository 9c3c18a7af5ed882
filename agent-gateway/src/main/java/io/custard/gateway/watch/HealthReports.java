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
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Probes agents every heartbeat, judges their lamps by our own clock, and says so: at once what
 * matters at once, soon what else changed, and every two and a half heartbeats that nothing did,
 * because a link that is silent for four counts as red.
 */
@ApplicationScoped
class HealthReports implements LinkListener {
  private static final Logger LOG = Logger.getLogger(HealthReports.class);
  private static final long LEAST_NANOS = 250_000_000;

  private final Links links;
  private final LinkEvents events;
  private final OwnershipWatch ownership;
  private final GatewayConfig config;
  private final Map<LinkId, Told> told = new ConcurrentHashMap<>();

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
    judge(link, 0);
  }

  private void probe(AgentLink link) {
    if (link.can(Capability.PROBE) && link.signs().isProbeDue(heartbeat())) {
      link.send(new Probe("loop", null));
    }
  }

  /** That it is linked was said already, and that nothing is known of what lies behind the link. */
  @Override
  public void welcomed(AgentLink link) {
    link.judge(heartbeat());
    remember(link, Told.of(link));
    probe(link);
  }

  @Override
  public void received(AgentLink link, AgentFrame frame) {
    switch (frame) {
      case Health health -> judge(link, LEAST_NANOS);
      case Probed probed -> judge(link, LEAST_NANOS);
      default -> {
        // says nothing of lamps
      }
    }
  }

  @Override
  public void closed(AgentLink link) {
    told.remove(link.id());
  }

  /**
   * Tells what is to be told now.
   *
   * @param pauseNanos since what was told last; what is not urgent waits for so long
   */
  private void judge(AgentLink link, long pauseNanos) {
    boolean changed = link.judge(heartbeat());
    Told before = told.get(link.id());
    Told now = Told.of(link);
    if (before == null || before.isUrgent(now)) {
      tell(link, now);
    } else {
      long due = before.says(now) ? heartbeat() * 5 / 2 : pauseNanos;
      if (now.atNanos() - before.atNanos() >= due) {
        tell(link, now);
      }
    }
    if (changed) {
      ownership.tellSoon(link);
    }
  }

  private void tell(AgentLink link, Told now) {
    remember(link, now);
    link.hello().ifPresent(hello -> tell(link, hello));
  }

  private void tell(AgentLink link, Hello hello) {
    events
        .health(link, hello)
        .subscribe()
        .with(
            sent -> {},
            lost -> {
              LOG.warnf("Health not told, trying again linkId=%s cause=%s", link.id(), lost);
              told.computeIfPresent(link.id(), (id, last) -> last.lost());
            });
  }

  private void remember(AgentLink link, Told now) {
    told.put(link.id(), now);
    if (!link.isReady()) {
      told.remove(link.id()); // it ended meanwhile, so nobody else would clean up
    }
  }

  private long heartbeat() {
    return config.heartbeat().toNanos();
  }
}

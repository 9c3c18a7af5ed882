package io.custard.gateway.drain;

import io.custard.gateway.key.Entrance;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.gateway.owner.OwnershipWatch;
import io.custard.protocol.Capability;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Ends this replica without breaking a statement: nobody is let in and nobody sends us work from
 * the first moment on; agents are told, and each link closes when its statements have ended. What
 * still runs after the grace is broken off.
 */
@ApplicationScoped
class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);

  private static final Duration LOOK = Duration.ofMillis(50);

  /** How long an agent that was told and has nothing to do may take to say goodbye. */
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Links links;
  private final Entrance entrance;
  private final OwnershipWatch ownership;
  private final GatewayConfig config;
  private final Set<AgentLink> told = new HashSet<>();

  Drain(Links links, Entrance entrance, OwnershipWatch ownership, GatewayConfig config) {
    this.links = links;
    this.entrance = entrance;
    this.ownership = ownership;
    this.config = config;
  }

  /**
   * Runs on the thread that ends the process, which has nothing else to do, and before anything is
   * taken down: the event of that name comes when sockets and clients are closed already.
   */
  void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
    entrance.close();
    drain();
  }

  /** Takes no longer than the grace. */
  void drain() {
    long begun = System.nanoTime();
    long end = begun + config.drainGrace().toNanos();
    while (!links.all().isEmpty() && System.nanoTime() - end < 0) {
      boolean idleMayGo = System.nanoTime() - begun > GOODBYE.toNanos();
      links.all().forEach(link -> drain(link, idleMayGo));
      LockSupport.parkNanos(LOOK.toNanos());
    }
    List<AgentLink> left = links.all();
    if (!left.isEmpty()) {
      LOG.warnf("Stopping with %d links that still work", left.size());
      left.forEach(link -> link.close("the gateway stops"));
    }
  }

  private void drain(AgentLink link, boolean idleMayGo) {
    boolean knows = link.can(Capability.DRAIN);
    if (told.add(link)) {
      link.leave();
      ownership.tellSoon(link);
      if (knows) {
        link.send(
            new io.custard.protocol.agent.Drain(
                "the gateway stops", config.drainGrace().toMillis()));
      }
    }
    if (link.inFlight().get() == 0 && (idleMayGo || !knows)) {
      link.close("the gateway stops");
    }
  }
}

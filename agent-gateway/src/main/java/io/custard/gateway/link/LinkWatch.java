package io.custard.gateway.link;

import io.custard.gateway.key.KnownKeys;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.replica.ReplicaInbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks after every link once a second: closes the silent and the revoked, and says again in Redis
 * that we hold the others, which heals an emptied Redis within that time.
 */
@ApplicationScoped
class LinkWatch {
  private static final Logger LOG = Logger.getLogger(LinkWatch.class);

  private final Links links;
  private final Ownership ownership;
  private final KnownKeys keys;
  private final ReplicaInbox inbox;
  private final GatewayConfig config;

  LinkWatch(
      Links links, Ownership ownership, KnownKeys keys, ReplicaInbox inbox, GatewayConfig config) {
    this.links = links;
    this.ownership = ownership;
    this.keys = keys;
    this.inbox = inbox;
    this.config = config;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    List.copyOf(links.all()).forEach(this::closeSilent);
    if (links.all().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(closeRevoked().onFailure().recoverWithItem(this::notChecked), holdAll())
        .andCollectFailures()
        .replaceWithVoid();
  }

  private void closeSilent(AgentLink link) {
    long allowed =
        link.state() instanceof LinkState.Greeting
            ? config.helloDeadline().toNanos()
            : config.heartbeat().toNanos() * config.missedHeartbeats();
    if (link.silentNanos() > allowed) {
      link.close("silent");
    }
  }

  private Uni<Void> closeRevoked() {
    Set<String> used = links.all().stream().map(AgentLink::keyId).collect(Collectors.toSet());
    return keys.revokedAmong(used)
        .invoke(revoked ->
            List.copyOf(links.all()).stream()
                .filter(link -> revoked.contains(link.keyId()))
                .forEach(LinkWatch::revoke))
        .replaceWithVoid();
  }

  private Void notChecked(Throwable failure) {
    LOG.warnf("Revoked keys not looked up, trying again: %s", failure.toString());
    return null;
  }

  private static void revoke(AgentLink link) {
    link.send(new Refused(ErrorCode.AGENT_KEY_REVOKED.name(), "The key was revoked."));
    link.close(ErrorCode.AGENT_KEY_REVOKED.name());
  }

  private Uni<Void> holdAll() {
    ReplicaAddress here = inbox.address().orElse(null);
    if (here == null) {
      return Uni.createFrom().voidItem();
    }
    List<Uni<Void>> held =
        List.copyOf(links.all()).stream()
            .filter(link -> link.state() instanceof LinkState.Ready)
            .map(link -> hold(link, (LinkState.Ready) link.state(), here))
            .toList();
    return held.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(held).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> hold(AgentLink link, LinkState.Ready state, ReplicaAddress here) {
    return ownership
        .hold(link, state, here)
        .invoke(ours -> {
          if (!ours) {
            link.close("replaced by a newer link");
          }
        })
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Ownership not renewed linkId=%s cause=%s", link.id(), e.toString()))
        .onFailure()
        .recoverWithNull();
  }
}

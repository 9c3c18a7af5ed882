package io.custard.gateway.owner;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out whether an older link of the same instance still lives (ADR 0015). If it does, the
 * newer one is a clone; if not, it is the same agent that came back.
 */
@ApplicationScoped
public class Predecessor {
  private final Links links;
  private final LinkProbe local;
  private final RemoteProbes remote;
  private final Ownership ownership;
  private final GatewayConfig config;

  Predecessor(
      Links links,
      LinkProbe local,
      RemoteProbes remote,
      Ownership ownership,
      GatewayConfig config) {
    this.links = links;
    this.local = local;
    this.remote = remote;
    this.ownership = ownership;
    this.config = config;
  }

  /** Fails when Redis cannot be asked. Takes no longer than the configured deadlines. */
  public Uni<Boolean> isAlive(AgentLink newer, String instanceId, ReplicaAddress here) {
    Optional<AgentLink> older = links.of(newer.connectionId(), instanceId);
    return older
        .map(link -> local.isAlive(link, config.probeDeadline()))
        .orElseGet(() ->
            ownership
                .standing(newer.connectionId(), instanceId)
                .chain(owner ->
                    owner
                        .map(held -> elsewhere(newer, held, here))
                        .orElseGet(() -> Uni.createFrom().item(false))));
  }

  /** What Redis says of our own partition is of a link that ended, or of a process before us. */
  private Uni<Boolean> elsewhere(AgentLink newer, LinkOwner held, ReplicaAddress here) {
    return held.gateway().partition() == here.partition()
        ? Uni.createFrom().item(false)
        : remote.isAlive(newer.connectionId(), held, here);
  }
}

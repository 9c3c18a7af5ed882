package io.custard.gateway.owner;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.protocol.LinkId;
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

  /** What stands in a newer link's way. */
  public sealed interface Finding {
    /** Nothing: there was no older link, or it does not answer any more. */
    record Gone() implements Finding {}

    /** An older link that answers. */
    record Alive() implements Finding {}

    /** An older link that only brings its statements to their end. */
    record Leaving(LinkId link) implements Finding {}
  }

  /** Fails when Redis cannot be asked. Takes no longer than the configured deadlines. */
  public Uni<Finding> find(AgentLink newer, String instanceId, ReplicaAddress here) {
    Optional<AgentLink> older = links.of(newer.connectionId(), instanceId);
    return older
        .map(this::here)
        .orElseGet(() ->
            ownership
                .standing(newer.connectionId(), instanceId)
                .chain(owner ->
                    owner
                        .map(held -> elsewhere(newer, held, here))
                        .orElseGet(() -> Uni.createFrom().item(new Finding.Gone()))));
  }

  private Uni<Finding> here(AgentLink older) {
    return older.isDraining()
        ? Uni.createFrom().item(new Finding.Leaving(older.id()))
        : local.isAlive(older, config.probeDeadline()).map(Predecessor::finding);
  }

  /** What Redis says of our own partition is of a link that ended, or of a process before us. */
  private Uni<Finding> elsewhere(AgentLink newer, LinkOwner held, ReplicaAddress here) {
    if (held.gateway().partition() == here.partition()) {
      return Uni.createFrom().item(new Finding.Gone());
    }
    return Boolean.TRUE.equals(held.draining())
        ? Uni.createFrom().item(new Finding.Leaving(held.linkId()))
        : remote.isAlive(newer.connectionId(), held, here).map(Predecessor::finding);
  }

  private static Finding finding(boolean alive) {
    return alive ? new Finding.Alive() : new Finding.Gone();
  }
}

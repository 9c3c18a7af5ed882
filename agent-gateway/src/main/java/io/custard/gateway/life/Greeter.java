package io.custard.gateway.life;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.gateway.owner.Ownership;
import io.custard.gateway.owner.Predecessor;
import io.custard.gateway.owner.Predecessor.Finding;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Welcome;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.replica.ReplicaInbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Answers an agent's hello: agrees on a version, makes sure that no older link of the instance
 * lives (ADR 0015), takes the ownership, welcomes.
 */
@ApplicationScoped
class Greeter {
  private final Links links;
  private final Predecessor predecessor;
  private final Ownership ownership;
  private final ReplicaInbox inbox;
  private final GatewayConfig config;

  Greeter(
      Links links,
      Predecessor predecessor,
      Ownership ownership,
      ReplicaInbox inbox,
      GatewayConfig config) {
    this.links = links;
    this.predecessor = predecessor;
    this.ownership = ownership;
    this.inbox = inbox;
    this.config = config;
  }

  /** Completes when the welcome was sent; fails with the code to refuse the agent with. */
  Uni<Void> greet(AgentLink link, Hello hello) {
    Optional<String> fault = HelloCheck.fault(hello);
    if (fault.isPresent()) {
      return refused(ErrorCode.REQUEST_INVALID, fault.get());
    }
    int version = Math.min(hello.maxVersion(), AgentProtocol.MAX_VERSION);
    if (version < Math.max(hello.minVersion(), AgentProtocol.MIN_VERSION)) {
      return refused(ErrorCode.AGENT_PROTOCOL_UNSUPPORTED, "Update the agent.");
    }
    return inbox
        .address()
        .map(here -> takePlace(link, hello, here))
        .orElseGet(() -> refused(ErrorCode.UPSTREAM_UNAVAILABLE, "The gateway is starting."))
        .invoke(() -> link.send(welcome(link, version)));
  }

  private Uni<Void> takePlace(AgentLink link, Hello hello, ReplicaAddress here) {
    return predecessor
        .find(link, hello.instanceId(), here)
        .chain(found ->
            switch (found) {
              case Finding.Gone gone -> own(link, hello, here);
              case Finding.Alive alive ->
                  refused(
                      ErrorCode.AGENT_INSTANCE_TAKEN,
                      "Another agent with this instance id is linked and answers.");
              case Finding.Leaving(LinkId older) -> {
                link.follows(older);
                yield own(link, hello, here);
              }
            });
  }

  private Uni<Void> own(AgentLink link, Hello hello, ReplicaAddress here) {
    return ownership.claim(link, hello, here).chain(fence -> stand(link, hello, fence));
  }

  private Uni<Void> stand(AgentLink link, Hello hello, long fence) {
    if (!link.ready(hello, fence)) {
      return ownership
          .release(link, hello, fence)
          .chain(() -> refused(ErrorCode.AGENT_LINK_LOST, "The socket ended meanwhile."));
    }
    links
        .stand(link, hello.instanceId())
        .filter(older -> !older.isDraining())
        .ifPresent(older -> older.close("replaced by a newer link"));
    return Uni.createFrom().voidItem();
  }

  private Welcome welcome(AgentLink link, int version) {
    return new Welcome(
        link.id(),
        version,
        (int) Math.max(1, config.heartbeat().toSeconds()),
        config.minimumBuild().orElse(null),
        config.recommendedBuild().orElse(null));
  }

  private static Uni<Void> refused(ErrorCode code, String message) {
    return Uni.createFrom().failure(new CustardException(code, message));
  }
}

package io.custard.gateway.link;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Welcome;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.replica.ReplicaInbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers an agent's hello: agrees on a version, takes the ownership of the link, welcomes. */
@ApplicationScoped
class Greeter {
  private final Ownership ownership;
  private final ReplicaInbox inbox;
  private final GatewayConfig config;

  Greeter(Ownership ownership, ReplicaInbox inbox, GatewayConfig config) {
    this.ownership = ownership;
    this.inbox = inbox;
    this.config = config;
  }

  /** Completes when the welcome was sent; fails with the code to refuse the agent with. */
  Uni<Void> greet(AgentLink link, Hello hello) {
    int version = Math.min(hello.maxVersion(), AgentProtocol.MAX_VERSION);
    if (version < Math.max(hello.minVersion(), AgentProtocol.MIN_VERSION)) {
      return refused(ErrorCode.AGENT_PROTOCOL_UNSUPPORTED, "Update the agent.");
    }
    return inbox
        .address()
        .map(here -> own(link, hello, here))
        .orElseGet(() -> refused(ErrorCode.UPSTREAM_UNAVAILABLE, "The gateway is starting."))
        .invoke(() -> link.send(new Welcome(link.id(), version, heartbeatSeconds(), null, null)));
  }

  private Uni<Void> own(AgentLink link, Hello hello, ReplicaAddress here) {
    return ownership
        .claim(link, hello.instanceId(), here)
        .invoke(fence -> link.ready(hello, fence))
        .replaceWithVoid();
  }

  private int heartbeatSeconds() {
    return (int) config.heartbeat().toSeconds();
  }

  private static Uni<Void> refused(ErrorCode code, String message) {
    return Uni.createFrom().failure(new CustardException(code, message));
  }
}

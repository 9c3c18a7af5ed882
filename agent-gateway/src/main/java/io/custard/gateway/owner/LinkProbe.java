package io.custard.gateway.owner;

import io.custard.gateway.link.AgentLink;
import io.custard.protocol.Capability;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Asks one link of this replica whether it lives. */
@ApplicationScoped
public class LinkProbe {
  /** The name under which a pong is waited for. */
  public static final String PONG = "pong";

  /** The agent's answer; fails when there is none in time. For agents that answer probes. */
  public Uni<Probed> ask(AgentLink link, boolean database, Duration within) {
    String probeId = UUID.randomUUID().toString();
    CompletableFuture<Probed> answer = link.probes().expect(probeId, within);
    link.send(new Probe(probeId, database ? Boolean.TRUE : null));
    return Uni.createFrom().completionStage(answer);
  }

  /**
   * Whether the agent answers at all: a probe, or a ping where it knows no probes. A link that does
   * not is closed, because it would be in the way for as long as its socket stays half-open.
   */
  public Uni<Boolean> isAlive(AgentLink link, Duration within) {
    return answer(link, within)
        .map(probed -> true)
        .onFailure()
        .recoverWithItem(() -> {
          link.close("no answer to a probe");
          return false;
        });
  }

  private Uni<Probed> answer(AgentLink link, Duration within) {
    if (link.can(Capability.PROBE)) {
      return ask(link, false, within);
    }
    CompletableFuture<Probed> pong = link.probes().expect(PONG, within);
    link.ping();
    return Uni.createFrom().completionStage(pong);
  }
}

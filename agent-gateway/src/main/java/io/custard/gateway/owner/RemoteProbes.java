package io.custard.gateway.owner;

import io.custard.gateway.command.CommandHandler;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ProbeCommand;
import io.custard.protocol.event.ProbedCommand;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.custard.replica.ReplicaInbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Probes of links between replicas: asks the one that holds a link, and answers others. */
@ApplicationScoped
class RemoteProbes implements CommandHandler {
  /** Replacements that may be decided at the same time; more are refused and come again. */
  private static final int MOST = 10_000;

  private final Links links;
  private final LinkProbe probe;
  private final MessageSender messages;
  private final ReplicaInbox inbox;
  private final GatewayConfig config;
  private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

  RemoteProbes(
      Links links,
      LinkProbe probe,
      MessageSender messages,
      ReplicaInbox inbox,
      GatewayConfig config) {
    this.links = links;
    this.probe = probe;
    this.messages = messages;
    this.inbox = inbox;
    this.config = config;
  }

  /** Whether the link lives, as its holder says; silence of the holder means no. */
  @SuppressWarnings("FutureReturnValueIgnored") // the clean-up needs no looking after
  Uni<Boolean> isAlive(ConnectionId connection, LinkOwner owner, ReplicaAddress here) {
    if (waiting.size() >= MOST) {
      return Uni.createFrom().failure(new IllegalStateException("too many probes"));
    }
    String probeId = UUID.randomUUID().toString();
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    waiting.put(probeId, answer);
    answer.completeOnTimeout(false, config.remoteProbeDeadline().toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete((alive, failure) -> waiting.remove(probeId));
    CommandTarget target = new CommandTarget(connection, owner.linkId());
    MessageSender.tell(
        send(owner.gateway(), new ProbeCommand(probeId, target, here)), "Probe of a link");
    return Uni.createFrom().completionStage(answer);
  }

  @Override
  public void handle(Command command) {
    switch (command) {
      case ProbeCommand asked -> answer(asked);
      case ProbedCommand answered -> answered(answered);
      default -> {
        // not about probes
      }
    }
  }

  private void answer(ProbeCommand asked) {
    Optional<AgentLink> link = links.ready(asked.target().connectionId(), asked.target().linkId());
    link.map(at -> probe.isAlive(at, config.probeDeadline()))
        .orElseGet(() -> Uni.createFrom().item(false))
        .map(alive -> new ProbedCommand(asked.probeId(), asked.replyTo().epoch(), alive))
        .subscribe()
        .with(said -> MessageSender.tell(send(asked.replyTo(), said), "Answer to a probe"));
  }

  private void answered(ProbedCommand answered) {
    boolean ours = inbox.address().filter(here -> here.epoch() == answered.epoch()).isPresent();
    CompletableFuture<Boolean> waiter = ours ? waiting.get(answered.probeId()) : null;
    if (waiter != null) {
      waiter.complete(answered.alive());
    }
  }

  private Uni<Void> send(ReplicaAddress to, Command command) {
    return messages.send(Topic.COMMANDS, to.partition(), Command.class, command);
  }
}

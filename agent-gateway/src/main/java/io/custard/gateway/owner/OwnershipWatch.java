package io.custard.gateway.owner;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.LinkListener;
import io.custard.gateway.link.LinkState;
import io.custard.gateway.link.Links;
import io.custard.protocol.LinkId;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.replica.ReplicaInbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says in Redis which links we hold: once a second what changed, every third second everything,
 * which heals an emptied Redis within that time (ADR 0003).
 */
@ApplicationScoped
public class OwnershipWatch implements LinkListener {
  private static final Logger LOG = Logger.getLogger(OwnershipWatch.class);
  private static final long REPEAT_NANOS = 2_500_000_000L;

  /** So that an agent that greets us waits behind a few links, not behind all of them. */
  private static final int AT_ONCE = 400;

  private final Links links;
  private final Ownership ownership;
  private final ReplicaInbox inbox;
  private final Map<LinkId, Said> said = new ConcurrentHashMap<>();

  /** What Redis was told last of one link. */
  private record Said(LinkOwner owner, long atNanos) {}

  private record Due(AgentLink link, LinkState.Ready state, LinkOwner owner) {}

  OwnershipWatch(Links links, Ownership ownership, ReplicaInbox inbox) {
    this.links = links;
    this.ownership = ownership;
    this.inbox = inbox;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    List<Due> due = links.all().stream().map(this::due).flatMap(Optional::stream).toList();
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUni(this::tell)
        .merge(AT_ONCE)
        .onItem()
        .ignoreAsUni();
  }

  /** Tells Redis now what changed; a failure is logged, and made up for by the next look. */
  public void tellSoon(AgentLink link) {
    due(link).ifPresent(due -> tell(due).subscribe().with(told -> {}));
  }

  @Override
  public void closed(AgentLink link) {
    said.remove(link.id());
  }

  /** What Redis is to be told of a link; empty when it was told the same lately. */
  private Optional<Due> due(AgentLink link) {
    ReplicaAddress here = inbox.address().orElse(null);
    if (here == null || !(link.state() instanceof LinkState.Ready state)) {
      return Optional.empty();
    }
    LinkOwner now = ownership.describe(link, state.hello(), here);
    Said before = said.get(link.id());
    boolean fresh =
        before != null
            && before.owner().equals(now)
            && System.nanoTime() - before.atNanos() < REPEAT_NANOS;
    return fresh ? Optional.empty() : Optional.of(new Due(link, state, now));
  }

  private Uni<Void> tell(Due due) {
    AgentLink link = due.link();
    return ownership
        .hold(link, due.state(), due.owner())
        .invoke(ours -> {
          if (ours) {
            remember(link, due.owner());
          } else if (!link.isDraining()) {
            link.close("replaced by a newer link");
          } // its successor stands already; its statements come to their end
        })
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Ownership not renewed linkId=%s cause=%s", link.id(), e.toString()))
        .onFailure()
        .recoverWithNull();
  }

  private void remember(AgentLink link, LinkOwner owner) {
    said.put(link.id(), new Said(owner, System.nanoTime()));
    if (!(link.state() instanceof LinkState.Ready)) {
      said.remove(link.id()); // it ended while Redis answered, so nobody else would clean up
    }
  }
}

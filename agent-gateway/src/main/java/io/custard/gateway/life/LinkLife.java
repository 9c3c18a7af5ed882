package io.custard.gateway.life;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.LinkEvents;
import io.custard.gateway.link.LinkListener;
import io.custard.gateway.link.LinkState;
import io.custard.gateway.link.Links;
import io.custard.gateway.owner.Ownership;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.RowsFrame;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What happens to a link from its opening to its end. */
@ApplicationScoped
class LinkLife {
  private static final Logger LOG = Logger.getLogger(LinkLife.class);

  /** How long a clone is to wait before it tries again. */
  private static final int TAKEN_SECONDS = 5;

  /** Whom we could not serve is not alone: they are to come back at different times. */
  private static final int UNAVAILABLE_SECONDS = 10;

  private final Links links;
  private final Greeter greeter;
  private final Ownership ownership;
  private final LinkEvents events;
  private final List<LinkListener> listeners;

  LinkLife(
      Links links,
      Greeter greeter,
      Ownership ownership,
      LinkEvents events,
      @All List<LinkListener> listeners) {
    this.links = links;
    this.greeter = greeter;
    this.ownership = ownership;
    this.events = events;
    this.listeners = listeners;
  }

  void opened(AgentLink link) {
    links.add(link);
  }

  void received(AgentLink link, AgentFrame frame) {
    switch (frame) {
      case Hello hello -> greet(link, hello);
      case AgentFrame early when link.state() instanceof LinkState.Greeting ->
          link.close("frame before hello");
      case Health health -> reported(link, health);
      case Probed probed -> probed(link, probed);
      case Goodbye goodbye -> leave(link, goodbye);
      case Failed failed -> tell(link, Clean.failed(failed));
      default -> tell(link, frame);
    }
  }

  void received(AgentLink link, RowsFrame rows, byte[] bytes) {
    if (link.state() instanceof LinkState.Greeting) {
      link.close("frame before hello");
    } else if (link.isReady()) {
      listeners.forEach(listener -> listener.received(link, rows, bytes));
    }
  }

  private void tell(AgentLink link, AgentFrame frame) {
    if (link.isReady()) {
      listeners.forEach(listener -> listener.received(link, frame));
    }
  }

  private void greet(AgentLink link, Hello hello) {
    if (!link.greeted()) {
      link.close("second hello");
      return;
    }
    greeter
        .greet(link, hello)
        .subscribe()
        .with(welcomed -> welcomed(link, hello), failure -> refuse(link, failure));
  }

  private void welcomed(AgentLink link, Hello hello) {
    LOG.infof("Agent linked connectionId=%s linkId=%s", link.connectionId(), link.id());
    events.linked(link, hello);
    listeners.forEach(listener -> listener.welcomed(link));
  }

  private static void refuse(AgentLink link, Throwable failure) {
    CustardException said =
        failure instanceof CustardException expected
            ? expected
            : new CustardException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "The gateway cannot take the link.", failure);
    LOG.warnf("Link refused linkId=%s cause=%s", link.id(), failure.toString());
    if (!link.isClosing()) {
      link.send(new Refused(said.code().name(), said.detail(), retryAfter(said.code())));
      link.close(said.code().name());
    }
  }

  private static @Nullable Integer retryAfter(ErrorCode code) {
    return switch (code) {
      case AGENT_INSTANCE_TAKEN -> TAKEN_SECONDS;
      case UPSTREAM_UNAVAILABLE -> ThreadLocalRandom.current().nextInt(1, UNAVAILABLE_SECONDS + 1);
      default -> null;
    };
  }

  private void probed(AgentLink link, Probed probed) {
    link.signs().probed();
    if (probed.health() != null) {
      reported(link, probed.health());
    }
    link.probes().answered(probed);
    tell(link, probed);
  }

  /** Those who listen are told afterwards, and may compare with what they saw before. */
  private void reported(AgentLink link, Health said) {
    if (link.isReady()) {
      Health health = Clean.health(said);
      link.report(health);
      tell(link, health);
    }
  }

  private void leave(AgentLink link, Goodbye goodbye) {
    LedgerHead head = Clean.ledger(goodbye.ledger());
    if (head != null && link.isReady()) {
      link.hello().ifPresent(hello -> events.ledger(link, hello, head));
    }
    link.close("goodbye");
  }

  /** Called once for each link, by whatever ends it. */
  void ended(AgentLink link, String reason) {
    LinkState before = link.closed();
    links.remove(link);
    if (before instanceof LinkState.Ready ready) {
      ownership
          .release(link, ready.hello(), ready.fence())
          .subscribe()
          .with(
              released -> {},
              failure -> LOG.warnf("Ownership left to expire linkId=%s", link.id()));
      events.unlinked(link, ready.hello(), reason);
      LOG.infof(
          "Agent unlinked connectionId=%s linkId=%s reason=%s",
          link.connectionId(), link.id(), reason);
    }
    listeners.forEach(listener -> listener.closed(link));
  }
}

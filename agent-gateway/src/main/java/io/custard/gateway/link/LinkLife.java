package io.custard.gateway.link;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.RowsFrame;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** What happens to a link from its opening to its end. */
@ApplicationScoped
class LinkLife {
  private static final Logger LOG = Logger.getLogger(LinkLife.class);

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
      case Health health -> health(link, health);
      case Goodbye goodbye -> link.close("goodbye");
      default -> {
        if (link.isReady()) {
          listeners.forEach(listener -> listener.received(link, frame));
        }
      }
    }
  }

  void received(AgentLink link, RowsFrame rows, byte[] bytes) {
    if (link.isReady()) {
      listeners.forEach(listener -> listener.received(link, rows, bytes));
    }
  }

  private void greet(AgentLink link, Hello hello) {
    if (!(link.state() instanceof LinkState.Greeting)) {
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
    link.send(new Refused(said.code().name(), said.detail()));
    link.close(said.code().name());
  }

  private void health(AgentLink link, Health health) {
    link.hello()
        .ifPresent(hello -> {
          // Told first: listeners compare with what the agent said before.
          listeners.forEach(listener -> listener.received(link, health));
          link.health(health);
          events.health(link, hello, health);
        });
  }

  void closed(AgentLink link, String reason) {
    links.remove(link);
    if (link.state() instanceof LinkState.Ready ready) {
      ownership
          .release(link, ready)
          .subscribe()
          .with(
              released -> {},
              failure -> LOG.warnf("Ownership left to expire linkId=%s", link.id()));
      events.unlinked(link, ready.hello(), reason);
      LOG.infof("Agent unlinked connectionId=%s linkId=%s", link.connectionId(), link.id());
    }
    link.closed();
    listeners.forEach(listener -> listener.closed(link));
  }
}

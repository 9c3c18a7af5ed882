package io.custard.gateway.link;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other services what happened to a link. An event that does not get through is logged:
 * the next health report says the same again, and its own loss is its caller's to make up for.
 */
@ApplicationScoped
public class LinkEvents {
  /** Stands for the report of an agent that gave none yet. */
  private static final Health SILENT =
      new Health(Health.UNKNOWN, null, null, null, 0, null, null, null, null, null);

  private final MessageSender messages;

  LinkEvents(MessageSender messages) {
    this.messages = messages;
  }

  public void linked(AgentLink link, Hello hello) {
    publish(
        link,
        new AgentLinkedV1(
            link.connectionId(),
            hello.instanceId(),
            link.id(),
            hello.engine(),
            hello.build(),
            System.currentTimeMillis(),
            link.peer().keyId(),
            hello.capabilities(),
            hello.policy()));
  }

  /** Says what is known of the agent now: its last report and the lamps as judged last. */
  public Uni<Void> health(AgentLink link, Hello hello) {
    Health said = link.health().orElse(SILENT);
    return send(link, report(link, hello, said, said.ledger()));
  }

  /** The last words of an agent: how far its ledger reached. */
  public void ledger(AgentLink link, Hello hello, LedgerHead head) {
    publish(link, report(link, hello, link.health().orElse(SILENT), head));
  }

  private static AgentHealthV1 report(
      AgentLink link, Hello hello, Health said, @Nullable LedgerHead ledger) {
    return new AgentHealthV1(
        link.connectionId(),
        hello.instanceId(),
        link.id(),
        link.lamps().database(),
        said.code(),
        said.message(),
        said.roleWarning(),
        System.currentTimeMillis(),
        said.roleFindings(),
        said.roleRepair(),
        link.lamps().link(),
        link.lamps().loop(),
        said.inFlight(),
        link.isDraining() ? Boolean.TRUE : said.draining(),
        said.policy(),
        ledger,
        link.peer().keyId());
  }

  public void unlinked(AgentLink link, Hello hello, String reason) {
    publish(
        link,
        new AgentUnlinkedV1(
            link.connectionId(),
            hello.instanceId(),
            link.id(),
            reason,
            System.currentTimeMillis()));
  }

  private void publish(AgentLink link, LinkEvent event) {
    MessageSender.tell(send(link, event), "Link event");
  }

  private Uni<Void> send(AgentLink link, LinkEvent event) {
    return messages.send(Topic.LINKS, link.connectionId().toString(), LinkEvent.class, event);
  }
}

package io.custard.gateway.link;

import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the other services what happened to a link. An event that does not get through is logged:
 * the next health report says the same again.
 */
@ApplicationScoped
class LinkEvents {
  private final MessageSender messages;

  LinkEvents(MessageSender messages) {
    this.messages = messages;
  }

  void linked(AgentLink link, Hello hello) {
    publish(
        link,
        new AgentLinkedV1(
            link.connectionId(),
            hello.instanceId(),
            link.id(),
            hello.engine(),
            hello.build(),
            System.currentTimeMillis(),
            link.keyId(),
            hello.capabilities(),
            hello.policy()));
  }

  void health(AgentLink link, Hello hello, Health health) {
    publish(
        link,
        new AgentHealthV1(
            link.connectionId(),
            hello.instanceId(),
            link.id(),
            health.database(),
            health.code(),
            health.message(),
            health.roleWarning(),
            System.currentTimeMillis(),
            health.roleFindings(),
            health.roleRepair(),
            Health.GREEN,
            Health.UNKNOWN,
            health.inFlight(),
            health.draining(),
            health.policy(),
            health.ledger(),
            link.keyId()));
  }

  void unlinked(AgentLink link, Hello hello, String reason) {
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
    MessageSender.tell(
        messages.send(Topic.LINKS, link.connectionId().toString(), LinkEvent.class, event),
        "Link event");
  }
}

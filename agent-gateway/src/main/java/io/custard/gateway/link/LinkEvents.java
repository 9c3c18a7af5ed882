package io.custard.gateway.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Topic;
import io.custard.replica.RecordSender;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells the other services what happened to a link. An event that does not get through is logged:
 * the next health report says the same again.
 */
@ApplicationScoped
class LinkEvents {
  private static final Logger LOG = Logger.getLogger(LinkEvents.class);

  private final RecordSender sender;
  private final ObjectWriter writer;

  LinkEvents(RecordSender sender, ObjectMapper json) {
    this.sender = sender;
    this.writer = json.writerFor(LinkEvent.class);
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
            System.currentTimeMillis()));
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
            health.roleRepair()));
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
    byte[] value;
    try {
      value = writer.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
    sender
        .send(Topic.LINKS, link.connectionId().toString(), value)
        .subscribe()
        .with(
            sent -> {},
            failure ->
                LOG.warnf(
                    "Link event lost connectionId=%s cause=%s",
                    link.connectionId(), failure.toString()));
  }
}

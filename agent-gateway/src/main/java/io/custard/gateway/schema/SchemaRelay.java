package io.custard.gateway.schema;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.LinkListener;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Asks a new link for the schema, and again when its database came back, and passes the tables on.
 * The discovery's id is its start in epoch milliseconds, so it serves as the version of its tables.
 */
@ApplicationScoped
class SchemaRelay implements LinkListener {
  private static final Logger LOG = Logger.getLogger(SchemaRelay.class);

  private final MessageSender messages;

  SchemaRelay(MessageSender messages) {
    this.messages = messages;
  }

  @Override
  public void welcomed(AgentLink link) {
    link.send(new Discover(Long.toString(System.currentTimeMillis()), null));
  }

  @Override
  public void received(AgentLink link, AgentFrame frame) {
    switch (frame) {
      case Health health -> {
        if (health.database().equals(Health.GREEN) && link.database().equals(Health.RED)) {
          welcomed(link);
        }
      }
      case SchemaTable table ->
          publish(
              link,
              link.connectionId() + "/" + table.table().schema() + "." + table.table().name(),
              new SchemaTableV1(link.connectionId(), version(table.discoveryId()), table.table()));
      case SchemaEnd end ->
          publish(
              link,
              link.connectionId().toString(),
              new SchemaHeaderV1(
                  link.connectionId(),
                  version(end.discoveryId()),
                  end.tables(),
                  end.fingerprint(),
                  null,
                  null));
      case SchemaFailed failed ->
          LOG.warnf(
              "Schema not discovered connectionId=%s errorCode=%s",
              link.connectionId(), failed.code());
      default -> {
        // not about schemas
      }
    }
  }

  /** An agent that makes up an id of its own gets its tables dropped as ancient, not published. */
  private static long version(String discoveryId) {
    try {
      long version = Long.parseLong(discoveryId);
      return version <= System.currentTimeMillis() ? version : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void publish(AgentLink link, String key, SchemaEvent event) {
    MessageSender.tell(
        messages.send(
            Topic.SCHEMAS,
            new MessageSender.Owned(link.connectionId(), key),
            SchemaEvent.class,
            event),
        "Schema record");
  }
}

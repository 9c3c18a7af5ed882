package io.custard.gateway.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.Topic;
import io.custard.replica.ReplicaInbox;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Reads the commands for this replica; what cannot be read is dropped. */
@ApplicationScoped
class CommandReceiver {
  private static final Logger LOG = Logger.getLogger(CommandReceiver.class);

  private final List<CommandHandler> handlers;
  private final ObjectReader reader;

  CommandReceiver(@All List<CommandHandler> handlers, ObjectMapper json) {
    this.handlers = handlers;
    this.reader = json.readerFor(Command.class);
  }

  void start(@Observes StartupEvent started, ReplicaInbox inbox) {
    inbox.open(Topic.COMMANDS, this::receive);
  }

  private void receive(ConsumerRecord<byte[], byte[]> received) {
    try {
      Command command = reader.readValue(received.value());
      handlers.forEach(handler -> handler.handle(command));
    } catch (IOException e) {
      LOG.warnf("Command dropped, not readable cause=%s", e.getClass().getSimpleName());
    }
  }
}

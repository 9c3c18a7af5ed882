package io.custard.gateway.key;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@link KnownKeys} up to date, so that no change of a key is ever lost. */
@ApplicationScoped
class RegistryConsumer {
  private final KnownKeys keys;
  private final RecordIntake intake;
  private final List<KeyListener> listeners;

  RegistryConsumer(KnownKeys keys, RecordIntake intake, @All List<KeyListener> listeners) {
    this.keys = keys;
    this.intake = intake;
    this.listeners = listeners;
  }

  @Incoming("registry")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, ConnectionRegisteredV1.class, this::put);
  }

  private Uni<Void> put(ConnectionRegisteredV1 connection) {
    return keys.put(connection)
        .invoke(() -> listeners.forEach(told -> told.changed(connection.connectionId())));
  }
}

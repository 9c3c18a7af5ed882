package io.custard.query.connection;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@link KnownConnections} up to date. */
@ApplicationScoped
class RegistryConsumer {
  private final KnownConnections connections;
  private final RecordIntake intake;

  RegistryConsumer(KnownConnections connections, RecordIntake intake) {
    this.connections = connections;
    this.intake = intake;
  }

  @Incoming("registry")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, ConnectionRegisteredV1.class, connections::put);
  }
}

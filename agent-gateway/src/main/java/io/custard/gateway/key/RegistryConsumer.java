package io.custard.gateway.key;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@link KnownKeys} up to date, so that no change of a key is ever lost. */
@ApplicationScoped
class RegistryConsumer {
  private final KnownKeys keys;
  private final RecordIntake intake;

  RegistryConsumer(KnownKeys keys, RecordIntake intake) {
    this.keys = keys;
    this.intake = intake;
  }

  @Incoming("registry")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, ConnectionRegisteredV1.class, keys::put);
  }
}

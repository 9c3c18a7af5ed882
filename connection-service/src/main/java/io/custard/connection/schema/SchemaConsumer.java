package io.custard.connection.schema;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.SchemaEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the schemas from {@code custard.schemas.v1}. */
@ApplicationScoped
class SchemaConsumer {
  private final RecordIntake intake;
  private final SchemaEvents events;

  SchemaConsumer(RecordIntake intake, SchemaEvents events) {
    this.intake = intake;
    this.events = events;
  }

  @Incoming("schemas")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, SchemaEvent.class, events::apply);
  }
}

package io.custard.query.schema;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.SchemaDriftedV1;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@link KnownSchemas} up to date. */
@ApplicationScoped
class SchemaConsumer {
  private final KnownSchemas schemas;
  private final RecordIntake intake;

  SchemaConsumer(KnownSchemas schemas, RecordIntake intake) {
    this.schemas = schemas;
    this.intake = intake;
  }

  @Incoming("schemas")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, SchemaEvent.class, this::put);
  }

  private Uni<Void> put(SchemaEvent event) {
    return switch (event) {
      case SchemaTableV1 table -> schemas.put(table);
      case SchemaHeaderV1 header -> schemas.put(header);
      case SchemaDriftedV1 drifted -> Uni.createFrom().voidItem(); // the header says all we need
    };
  }
}

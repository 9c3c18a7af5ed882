package io.custard.access.view;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.IdentityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the view from {@code custard.identity.v1}. */
@ApplicationScoped
class IdentityConsumer {
  private final RecordIntake intake;
  private final ViewTables tables;

  IdentityConsumer(RecordIntake intake, ViewTables tables) {
    this.intake = intake;
    this.tables = tables;
  }

  @Incoming("identity")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, IdentityEvent.class, tables::apply);
  }
}

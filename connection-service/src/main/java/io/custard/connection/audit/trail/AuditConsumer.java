package io.custard.connection.audit.trail;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.AuditEventV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the events from {@code custard.audit.v1}. */
@ApplicationScoped
class AuditConsumer {
  private final RecordIntake intake;
  private final AuditWrites events;

  AuditConsumer(RecordIntake intake, AuditWrites events) {
    this.intake = intake;
    this.events = events;
  }

  @Incoming("audit")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return intake.takeAll(records, AuditEventV1.class, events::add);
  }
}

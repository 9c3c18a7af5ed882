package io.custard.connection.status;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.LinkEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the links from {@code custard.links.v1}. */
@ApplicationScoped
class LinkConsumer {
  private final RecordIntake intake;
  private final LinkEvents events;

  LinkConsumer(RecordIntake intake, LinkEvents events) {
    this.intake = intake;
    this.events = events;
  }

  @Incoming("links")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, LinkEvent.class, events::apply);
  }
}

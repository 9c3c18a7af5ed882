package io.custard.connection.status;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.LinkEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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

  /** Of a whole poll, because every agent says every few seconds that it is there. */
  @Incoming("links")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return intake.takeAll(records, LinkEvent.class, events::apply);
  }
}

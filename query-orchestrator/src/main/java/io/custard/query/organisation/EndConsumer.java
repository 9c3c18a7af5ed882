package io.custard.query.organisation;

import io.custard.intake.RecordIntake;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.OrganisationV1;
import io.custard.protocol.event.PersonV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from {@code custard.identity.v1} that organisations and people were deleted. */
@ApplicationScoped
class EndConsumer {
  private final RecordIntake intake;
  private final CleanUp cleanUp;

  EndConsumer(RecordIntake intake, CleanUp cleanUp) {
    this.intake = intake;
    this.cleanUp = cleanUp;
  }

  @Incoming("ends")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, IdentityEvent.class, this::act);
  }

  private Uni<Void> act(IdentityEvent event) {
    return switch (event) {
      case OrganisationV1 organisation when organisation.deleted() ->
          cleanUp.after(organisation.organisationId());
      case PersonV1 person when person.deleted() -> cleanUp.after(person.userId());
      default -> Uni.createFrom().voidItem();
    };
  }
}

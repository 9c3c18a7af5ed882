package io.custard.outbox;

import io.smallrye.mutiny.Uni;

/** Where rows go. */
interface RecordPublisher {

  /**
   * Completes when the broker has the record for good. Fails with {@link RecordRefused} when the
   * record is at fault, with anything else when the way to the broker is.
   */
  Uni<Void> publish(OutboxRow row);
}

package io.custard.connection.outbox;

import io.smallrye.mutiny.Uni;

/** Where rows go. */
interface RecordPublisher {

  /** Completes when the broker has the record for good. */
  Uni<Void> publish(OutboxRow row);
}

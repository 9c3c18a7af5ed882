package io.custard.connection.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends rows to Kafka. */
@ApplicationScoped
class KafkaRecordPublisher implements RecordPublisher {
  private final MutinyEmitter<String> records;

  KafkaRecordPublisher(@Channel("outbox") MutinyEmitter<String> records) {
    this.records = records;
  }

  @Override
  public Uni<Void> publish(OutboxRow row) {
    return records.sendMessage(
        Message.of(row.payload())
            .addMetadata(
                OutgoingKafkaRecordMetadata.<String>builder()
                    .withTopic(row.topic())
                    .withKey(row.key())
                    .build()));
  }
}

package io.custard.outbox;

import io.custard.protocol.event.Topic;
import io.custard.replica.RecordSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Sends rows to Kafka. */
@ApplicationScoped
class KafkaRecordPublisher implements RecordPublisher {
  private final RecordSender records;

  KafkaRecordPublisher(RecordSender records) {
    this.records = records;
  }

  @Override
  public Uni<Void> publish(OutboxRow row) {
    return Uni.createFrom()
        .deferred(() -> send(row))
        .onFailure(KafkaRecordPublisher::isOfTheRecord)
        .transform(RecordRefused::new);
  }

  private Uni<Void> send(OutboxRow row) {
    byte[] value = row.payload().getBytes(StandardCharsets.UTF_8);
    return row.owner() == null
        ? records.send(topic(row), row.key(), value)
        : records.send(topic(row), row.owner(), row.key(), value);
  }

  private static Topic topic(OutboxRow row) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.topic().equals(row.topic()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such topic"));
  }

  /**
   * Too large, for example. A broker that is away, starting, or not letting us in says nothing
   * about the record.
   */
  private static boolean isOfTheRecord(Throwable failure) {
    return !(failure instanceof RetriableException
        || failure instanceof AuthenticationException
        || failure instanceof AuthorizationException
        || failure instanceof InterruptException
        || failure instanceof RejectedExecutionException);
  }
}

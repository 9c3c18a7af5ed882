package io.custard.replica;

import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends records in the order of the calls; a call sends, whether or not its outcome is looked at.
 * Sending may block for metadata or a full buffer, so it happens on one thread of its own, behind a
 * bounded queue; when that is full the call fails at once.
 */
@ApplicationScoped
public class RecordSender {
  private static final int QUEUE = 10_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofPlatform().name("record-sender").factory());

  RecordSender(KafkaClients clients) {
    this.producer = clients.producer();
  }

  /** Sends to exactly this partition: the inbox of one replica. */
  public Uni<Void> send(Topic topic, int partition, byte[] value) {
    return send(new ProducerRecord<>(topic.topic(), partition, null, value));
  }

  /** Sends with headers to exactly this partition. */
  public Uni<Void> send(Topic topic, int partition, byte[] value, Map<String, byte[]> headers) {
    ProducerRecord<byte[], byte[]> outgoing =
        new ProducerRecord<>(topic.topic(), partition, null, value);
    headers.forEach(outgoing.headers()::add);
    return send(outgoing);
  }

  /** Sends to the partition that Kafka's own rule gives to the key. */
  public Uni<Void> send(Topic topic, String key, byte[] value) {
    return send(new ProducerRecord<>(topic.topic(), key.getBytes(StandardCharsets.UTF_8), value));
  }

  /**
   * Sends under its own key to the partition of an owner, so that all records of one owner stay in
   * order although compaction tells them apart.
   */
  public Uni<Void> send(Topic topic, Object owner, String key, byte[] value) {
    return submit(() -> {
      int partitions = producer.partitionsFor(topic.topic()).size();
      int partition = Math.floorMod(owner.toString().hashCode(), partitions);
      return new ProducerRecord<>(
          topic.topic(), partition, key.getBytes(StandardCharsets.UTF_8), value);
    });
  }

  private Uni<Void> send(ProducerRecord<byte[], byte[]> outgoing) {
    return submit(() -> outgoing);
  }

  private Uni<Void> submit(Supplier<ProducerRecord<byte[], byte[]>> outgoing) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      thread.execute(() -> transmit(outgoing, sent));
    } catch (RejectedExecutionException e) {
      sent.completeExceptionally(e);
    }
    return Uni.createFrom().completionStage(sent);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every outcome
  private void transmit(
      Supplier<ProducerRecord<byte[], byte[]>> outgoing, CompletableFuture<Void> sent) {
    try {
      producer.send(
          outgoing.get(),
          (metadata, failure) -> {
            if (failure == null) {
              sent.complete(null);
            } else {
              sent.completeExceptionally(failure);
            }
          });
    } catch (RuntimeException e) {
      sent.completeExceptionally(e);
    }
  }

  @PreDestroy
  void close() {
    thread.shutdown();
    producer.close(Duration.ofSeconds(2));
  }
}

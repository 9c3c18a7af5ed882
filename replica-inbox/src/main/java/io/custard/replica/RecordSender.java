package io.custard.replica;

import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends records in the order of the calls; a call sends, whether or not its outcome is looked at.
 * What nobody waits for has a producer of its own, so that it neither costs what is waited for a
 * request to the broker nor stands in its way.
 */
@ApplicationScoped
public class RecordSender {
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Lane urgent;
  private final Lane gathering;

  @Inject
  RecordSender(KafkaClients clients) {
    this(clients::producer, clients::gatheringProducer);
  }

  RecordSender(
      Supplier<Producer<byte[], byte[]>> urgent, Supplier<Producer<byte[], byte[]>> gathering) {
    this.urgent = new Lane("record-sender", urgent);
    this.gathering = new Lane("record-gatherer", gathering);
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
    return send(keyed(topic, key, value));
  }

  /**
   * Sends like {@link #send(Topic, String, byte[])}, but with others of the same moment; in order
   * only among its like. A process that is killed loses what it was gathering.
   */
  public Uni<Void> sendSoon(Topic topic, String key, byte[] value) {
    ProducerRecord<byte[], byte[]> outgoing = keyed(topic, key, value);
    return gathering.send(kafka -> outgoing);
  }

  /**
   * Sends under its own key to the partition of an owner, so that all records of one owner stay in
   * order although compaction tells them apart.
   */
  public Uni<Void> send(Topic topic, Object owner, String key, byte[] value) {
    return urgent.send(kafka -> {
      int partitions = kafka.partitionsFor(topic.topic()).size();
      int partition = Math.floorMod(owner.toString().hashCode(), partitions);
      return new ProducerRecord<>(
          topic.topic(), partition, key.getBytes(StandardCharsets.UTF_8), value);
    });
  }

  private Uni<Void> send(ProducerRecord<byte[], byte[]> outgoing) {
    return urgent.send(kafka -> outgoing);
  }

  private static ProducerRecord<byte[], byte[]> keyed(Topic topic, String key, byte[] value) {
    return new ProducerRecord<>(topic.topic(), key.getBytes(StandardCharsets.UTF_8), value);
  }

  /** Both within one deadline. */
  @PreDestroy
  void close() throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE.toNanos();
    urgent.end();
    gathering.close(deadline);
    urgent.close(deadline);
  }
}

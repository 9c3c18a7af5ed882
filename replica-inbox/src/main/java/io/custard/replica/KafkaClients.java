package io.custard.replica;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes plain Kafka clients. The partition is known only at run time, so these topics cannot be
 * statically configured channels.
 */
@ApplicationScoped
final class KafkaClients {
  /** Several of the 128 KiB that agents put into one chunk of rows. */
  private static final int BATCH = 512 << 10;

  private final String bootstrapServers;

  KafkaClients(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            8 << 20,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            4 << 20),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Sends at once; what comes while requests are under way shares the next one. */
  Producer<byte[], byte[]> producer() {
    return producer(pace(0, BATCH, 32L << 20));
  }

  /** Waits a moment for more of the same partition. */
  Producer<byte[], byte[]> gatheringProducer() {
    return producer(pace(50, 128 << 10, 4L << 20));
  }

  private static Map<String, Object> pace(int lingerMillis, int batchBytes, long bufferBytes) {
    return Map.of(
        ProducerConfig.LINGER_MS_CONFIG,
        lingerMillis,
        ProducerConfig.BATCH_SIZE_CONFIG,
        batchBytes,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        bufferBytes);
  }

  private Producer<byte[], byte[]> producer(Map<String, Object> pace) {
    Map<String, Object> settings = new HashMap<>(pace);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}

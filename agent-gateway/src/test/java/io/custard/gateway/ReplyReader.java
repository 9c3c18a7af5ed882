package io.custard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one partition from now on, as the replica that holds it would. */
final class ReplyReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Queue<byte[]> values = new ArrayDeque<>();

  ReplyReader(String bootstrapServers, int partition) {
    this(bootstrapServers, Topic.REPLIES, partition);
  }

  ReplyReader(String bootstrapServers, Topic topic, int partition) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition replies = new TopicPartition(topic.topic(), partition);
    consumer.assign(List.of(replies));
    consumer.seekToEnd(List.of(replies));
    consumer.position(replies);
  }

  JsonNode next() throws IOException {
    return new ObjectMapper().readTree(nextBytes());
  }

  byte[] nextBytes() {
    for (int i = 0; i < 50 && values.isEmpty(); i++) {
      consumer.poll(Duration.ofMillis(200)).forEach(received -> values.add(received.value()));
    }
    if (values.isEmpty()) {
      throw new AssertionError("no reply came");
    }
    return values.remove();
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}

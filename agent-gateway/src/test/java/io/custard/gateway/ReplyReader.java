package io.custard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.RowsHeaders;
import io.custard.protocol.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
      consumer.poll(Duration.ofMillis(200)).forEach(this::take);
    }
    if (values.isEmpty()) {
      throw new AssertionError("no reply came");
    }
    return values.remove();
  }

  /** A small result is one record; here it is the replies that it stands for. */
  private void take(ConsumerRecord<byte[], byte[]> received) {
    received.headers().headers(RowsHeaders.COLUMNS).forEach(header -> values.add(header.value()));
    values.add(received.value());
    received.headers().headers(RowsHeaders.END).forEach(header -> values.add(header.value()));
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}

package io.custard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was published on a topic with keys that begin like this, from the beginning. */
final class EventReader implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final String prefix;
  private final List<JsonNode> waiting = new ArrayList<>();

  EventReader(String bootstrapServers, Topic topic, Object prefix) {
    this.prefix = prefix.toString();
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic.topic()));
  }

  /** The next event of this type; others before it are passed over. */
  JsonNode next(String type) throws IOException {
    return next(event -> event.path("type").asText().equals(type));
  }

  /** The next event that is like this; others before it are passed over. */
  JsonNode next(Predicate<JsonNode> wanted) throws IOException {
    for (int i = 0; i < 100; i++) {
      while (!waiting.isEmpty()) {
        JsonNode event = waiting.removeFirst();
        if (wanted.test(event)) {
          return event;
        }
      }
      poll(Duration.ofMillis(200));
    }
    throw new AssertionError("no such event came");
  }

  /** What came within this time and was not looked at yet. */
  List<JsonNode> within(Duration time) throws IOException {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      poll(Duration.ofMillis(100));
    }
    List<JsonNode> came = List.copyOf(waiting);
    waiting.clear();
    return came;
  }

  private void poll(Duration time) throws IOException {
    for (ConsumerRecord<String, byte[]> received : consumer.poll(time)) {
      if (received.key() != null && received.key().startsWith(prefix)) {
        waiting.add(new ObjectMapper().readTree(received.value()));
      }
    }
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}

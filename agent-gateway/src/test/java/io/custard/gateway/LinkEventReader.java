package io.custard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was published of the links of one connection, from the beginning. */
final class LinkEventReader implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final ConnectionId connection;

  LinkEventReader(String bootstrapServers, ConnectionId connection) {
    this.connection = connection;
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
    consumer.subscribe(List.of(Topic.LINKS.topic()));
  }

  /** The next event of this type; others before it are passed over. */
  JsonNode next(String type) throws IOException {
    for (int i = 0; i < 50; i++) {
      for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofMillis(200))) {
        JsonNode event = new ObjectMapper().readTree(received.value());
        if (received.key().equals(connection.toString())
            && event.path("type").asText().equals(type)) {
          return event;
        }
      }
    }
    throw new AssertionError("no event " + type + " came");
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}

package io.custard.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import io.custard.testkit.TopicReader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services: writes to the topics this service reads and reads what it writes. */
@Singleton
public class TestingTopics extends TopicReader {
  private final ObjectMapper json;
  private final KafkaProducer<String, byte[]> producer;

  TestingTopics(
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers, ObjectMapper json) {
    super(brokers);
    this.json = json;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void send(Topic topic, String key, Object event) {
    try {
      sendText(topic, key, json.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public void sendText(Topic topic, String key, String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic.topic(), key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To the inbox of one replica. */
  public void sendTo(Topic topic, int partition, Object message) {
    try {
      producer
          .send(
              new ProducerRecord<>(topic.topic(), partition, null, json.writeValueAsBytes(message)))
          .get();
    } catch (JsonProcessingException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything on one partition. */
  public <T> List<T> readPartition(Topic topic, int partition, Class<T> type) {
    return records(topic).stream()
        .filter(record -> record.partition() == partition)
        .map(record -> read(record.value(), type))
        .toList();
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void stop() {
    producer.close();
  }
}

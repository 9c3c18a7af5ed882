package io.custard.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services: reads what this one publishes. */
@ApplicationScoped
public class TestingEvents {
  private final String brokers;
  private final ObjectMapper json;

  TestingEvents(
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers, ObjectMapper json) {
    this.brokers = brokers;
    this.json = json;
  }

  /** The newest identity event of this key; fails when there is none. */
  public JsonNode identity(String key) {
    return all(Topic.IDENTITY).stream()
        .filter(record -> key.equals(record.key()))
        .map(record -> read(record.value()))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("nothing was published of " + key));
  }

  /** The audit events of this organisation, or of this actor without one, in order. */
  public List<JsonNode> audit(String key) {
    return all(Topic.AUDIT).stream()
        .filter(record -> key.equals(record.key()))
        .map(record -> read(record.value()))
        .toList();
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private List<ConsumerRecord<String, String>> all(Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topic()).stream().map(TestingEvents::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}

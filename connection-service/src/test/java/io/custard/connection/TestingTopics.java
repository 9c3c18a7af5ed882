package io.custard.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services: writes to the topics this service reads and reads what it writes. */
@ApplicationScoped
public class TestingTopics {
  private final String brokers;
  private final ObjectMapper json;
  private final KafkaProducer<String, byte[]> producer;

  TestingTopics(
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers, ObjectMapper json) {
    this.brokers = brokers;
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

  /** Everything on the topic with this key, in order. */
  public List<String> read(Topic topic, String key) {
    return records(topic, key).stream().map(ConsumerRecord::value).toList();
  }

  /** Where the last record with this key is; -1 without one. */
  public int partitionOf(Topic topic, String key) {
    return records(topic, key).stream().mapToInt(ConsumerRecord::partition).reduce(-1, (a, b) -> b);
  }

  public int partitions(Topic topic) {
    return producer.partitionsFor(topic.topic()).size();
  }

  private List<ConsumerRecord<String, String>> records(Topic topic, String key) {
    return records(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  private List<ConsumerRecord<String, String>> records(Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer.partitionsFor(topic.topic()));
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

  @PreDestroy
  void stop() {
    producer.close();
  }

  private static List<TopicPartition> partitions(List<PartitionInfo> infos) {
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }
}

package io.custard.testkit;

import io.custard.protocol.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a service wrote for the others: each time everything, from the beginning. */
public class TopicReader {
  private final String brokers;

  public TopicReader(String brokers) {
    this.brokers = brokers;
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
    try (var consumer = consumer()) {
      return consumer.partitionsFor(topic.topic()).size();
    }
  }

  /** Everything that stood on the topic when this was called. */
  public List<ConsumerRecord<String, String>> records(Topic topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer.partitionsFor(topic.topic()));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(end -> isBehind(consumer, end))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  private static boolean isBehind(
      KafkaConsumer<String, String> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) < end.getValue();
  }

  private List<ConsumerRecord<String, String>> records(Topic topic, String key) {
    return records(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer());
  }

  private static List<TopicPartition> partitions(List<PartitionInfo> infos) {
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }
}

package io.custard.bench.roundtrip;

import io.custard.bench.stack.Ending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A request over one topic and its reply over another, with the settings the services use. */
final class KafkaEcho implements AutoCloseable {
  private static final byte[] SMALL = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int ANSWER_SECONDS = 10;

  private final String servers;
  private final List<String> topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final SynchronousQueue<byte[]> answers = new SynchronousQueue<>();
  private final List<Reading> readings;

  private KafkaEcho(String servers, List<String> topics) {
    this.servers = servers;
    this.topics = topics;
    this.producer = producer(servers);
    this.readings =
        List.of(
            new Reading(servers, topics.get(0), value -> send(topics.get(1), value)),
            new Reading(servers, topics.get(1), this::answered));
  }

  static KafkaEcho on(String servers) throws ExecutionException, InterruptedException {
    String name = "bench." + UUID.randomUUID();
    List<String> topics = List.of(name + ".requests", name + ".replies");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(topics.stream().map(topic -> new NewTopic(topic, 1, (short) 1)).toList())
          .all()
          .get();
    }
    return new KafkaEcho(servers, topics);
  }

  private static KafkaProducer<byte[], byte[]> producer(String servers) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void call() throws InterruptedException {
    send(topics.get(0), SMALL);
    if (answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("Kafka did not answer");
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a lost record shows as a missing answer
  private void send(String topic, byte[] value) {
    producer.send(new ProducerRecord<>(topic, 0, null, value));
  }

  private void answered(byte[] value) {
    try {
      answers.offer(value, ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    readings.forEach(Reading::close);
    producer.close(Duration.ofSeconds(2));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.deleteTopics(topics); // closing waits for it
    }
  }

  /** One consumer on a thread of its own. */
  private static final class Reading implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    Reading(String servers, String topic, Consumer<byte[]> taker) {
      this.consumer = new KafkaConsumer<>(settings(servers));
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer.position(partition);
      this.thread = Thread.ofPlatform().name("bench-" + topic).start(() -> read(taker));
    }

    private static Properties settings(String servers) {
      Properties settings = new Properties();
      settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
      settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
      settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
      return settings;
    }

    private void read(Consumer<byte[]> taker) {
      try (consumer) {
        while (!Thread.currentThread().isInterrupted()) {
          consumer.poll(POLL).forEach(found -> taker.accept(found.value()));
        }
      } catch (WakeupException e) {
        Thread.currentThread().interrupt(); // closed
      }
    }

    @Override
    public void close() {
      consumer.wakeup();
      Ending.of(thread);
    }
  }
}

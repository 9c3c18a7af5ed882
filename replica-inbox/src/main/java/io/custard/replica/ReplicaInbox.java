package io.custard.replica;

import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partition that belongs to this replica and hands every record to one receiver.
 *
 * <p>One thread of its own claims, seeks to the end, publishes the {@link #address()} and polls;
 * the receiver runs on that thread and must not block. A lost lease leads to a new claim under a
 * new epoch. While Redis does not answer the replica goes on: nobody else can claim then either,
 * and a record for another epoch is dropped by its receiver.
 */
@ApplicationScoped
public class ReplicaInbox {
  private static final Logger LOG = Logger.getLogger(ReplicaInbox.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final PartitionLease leases;
  private final KafkaClients clients;
  private final ReplicaConfig config;
  private final SecureRandom random = new SecureRandom();

  private volatile @Nullable ReplicaAddress address;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean closed;
  private @Nullable Thread thread;

  ReplicaInbox(PartitionLease leases, KafkaClients clients, ReplicaConfig config) {
    this.leases = leases;
    this.clients = clients;
    this.config = config;
  }

  /** Starts reading; called once, at start-up. */
  public void open(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    thread = Thread.ofPlatform().name("inbox-" + topic.topic()).start(() -> run(topic, receiver));
  }

  /** Where this replica is reached; empty until a partition is claimed and read. */
  public Optional<ReplicaAddress> address() {
    return Optional.ofNullable(address);
  }

  private void run(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> kafka = clients.consumer()) {
        consumer = kafka;
        serve(kafka, topic, claim(kafka, topic), receiver);
      } catch (WakeupException e) {
        LOG.debug("Inbox woken to close");
      } catch (RuntimeException e) {
        LOG.warnf("Inbox of %s interrupted, trying again: %s", topic.topic(), e.toString());
        pause();
      } finally {
        consumer = null;
        address = null;
      }
    }
  }

  private ReplicaAddress claim(KafkaConsumer<byte[], byte[]> kafka, Topic topic) {
    int partitions = kafka.partitionsFor(topic.topic(), config.callTimeout()).size();
    List<Integer> order = new ArrayList<>(IntStream.range(0, partitions).boxed().toList());
    Collections.shuffle(order, random);
    long epoch = random.nextLong(1, Long.MAX_VALUE);
    Optional<Integer> partition = call(leases.claim(topic, order, epoch));
    return new ReplicaAddress(
        partition.orElseThrow(
            () -> new IllegalStateException("all " + partitions + " partitions are taken")),
        epoch);
  }

  private void serve(
      KafkaConsumer<byte[], byte[]> kafka,
      Topic topic,
      ReplicaAddress mine,
      Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    TopicPartition partition = new TopicPartition(topic.topic(), mine.partition());
    kafka.assign(List.of(partition));
    kafka.seekToEnd(List.of(partition));
    kafka.position(partition, config.callTimeout()); // makes the seek happen before others see us
    address = mine;
    LOG.infof("Inbox open topic=%s partition=%d", topic.topic(), mine.partition());
    long renewAt = System.nanoTime() + config.renewEvery().toNanos();
    while (!closed) {
      for (ConsumerRecord<byte[], byte[]> received : kafka.poll(POLL)) {
        hand(received, receiver);
      }
      if (System.nanoTime() - renewAt >= 0) {
        if (!stillOurs(topic, mine)) {
          LOG.warnf("Partition %d of %s was taken over", mine.partition(), topic.topic());
          return;
        }
        renewAt = System.nanoTime() + config.renewEvery().toNanos();
      }
    }
    call(leases.release(topic, mine.partition(), mine.epoch()));
  }

  /** A record that cannot be handled is its sender's fault and must not stop the others. */
  private static void hand(
      ConsumerRecord<byte[], byte[]> received, Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    try {
      receiver.accept(received);
    } catch (RuntimeException e) {
      LOG.warnf("Record dropped topic=%s cause=%s", received.topic(), e.getClass().getSimpleName());
    }
  }

  private boolean stillOurs(Topic topic, ReplicaAddress mine) {
    try {
      return call(leases.renew(topic, mine.partition(), mine.epoch()));
    } catch (IllegalStateException e) {
      LOG.warnf("Lease not renewed, Redis does not answer: %s", e.getMessage());
      return true;
    }
  }

  /** Waits on the inbox's own thread, which exists to wait. */
  private <T> T call(Uni<T> uni) {
    try {
      return uni.subscribeAsCompletionStage()
          .get(config.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Redis: " + e.getClass().getSimpleName(), e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @PreDestroy
  void close() throws InterruptedException {
    closed = true;
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    if (thread != null) {
      thread.join(config.callTimeout());
    }
  }
}

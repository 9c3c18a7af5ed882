package io.custard.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.Capability;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.Topic;
import io.quarkus.redis.datasource.RedisDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The far end of Kafka and Redis as a gateway with agents would be, driven by a test. */
final class TestingGateway implements AutoCloseable {
  private static final int PARTITION = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RedisDataSource redis;
  private final KafkaProducer<byte[], byte[]> producer;
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final Thread reading;

  /** Statements for others come from tests before, whose questions still run. */
  private final Set<ConnectionId> linked = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  TestingGateway(String bootstrapServers, RedisDataSource redis) {
    this.redis = redis;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers, "linger.ms", 0, "max.request.size", 4 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition mine = new TopicPartition(Topic.COMMANDS.topic(), PARTITION);
    consumer.assign(List.of(mine));
    consumer.seekToEnd(List.of(mine));
    consumer.position(mine);
    this.reading = Thread.ofPlatform().start(() -> read(consumer));
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    try (consumer) {
      while (!closed) {
        consumer.poll(Duration.ofMillis(100)).forEach(received -> keep(received.value()));
      }
    }
  }

  private void keep(byte[] value) {
    try {
      Command command = JSON.readValue(value, Command.class);
      if (!(command instanceof ExecuteCommand execute)
          || linked.contains(execute.target().connectionId())) {
        commands.add(command);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says in Redis that an agent of this connection is linked here. */
  LinkId link(ConnectionId connection, String instance, String database) throws Exception {
    return link(connection, instance, database, 0, List.of());
  }

  LinkId link(
      ConnectionId connection,
      String instance,
      String database,
      int inFlight,
      List<String> capabilities)
      throws Exception {
    LinkId id = LinkId.random();
    linked.add(connection);
    LinkOwner owner =
        new LinkOwner(
            new ReplicaAddress(PARTITION, 1),
            id,
            database,
            inFlight,
            capabilities,
            null,
            null,
            null);
    long now = System.currentTimeMillis() * 1_000;
    redis
        .hash(String.class)
        .hset(
            LinkOwner.key(connection),
            instance,
            now + " " + now + " " + JSON.writeValueAsString(owner));
    return id;
  }

  LinkId link(ConnectionId connection) throws Exception {
    return link(connection, "a", Health.GREEN);
  }

  /** An agent that can encode rows for streams. */
  LinkId linkStreaming(ConnectionId connection, String instance) throws Exception {
    return link(connection, instance, Health.GREEN, 0, List.of(Capability.NDJSON, Capability.CSV));
  }

  /** The next command of this kind; others before it are passed over. */
  <C extends Command> C await(Class<C> kind) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < until) {
      Command command = commands.poll(100, TimeUnit.MILLISECONDS);
      if (kind.isInstance(command)) {
        return kind.cast(command);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " came");
  }

  boolean hasCommands() {
    return !commands.isEmpty();
  }

  /** The next command of this kind, or nothing within that time. */
  <C extends Command> Optional<C> poll(Class<C> kind, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      Command command = commands.poll(20, TimeUnit.MILLISECONDS);
      if (kind.isInstance(command)) {
        return Optional.of(kind.cast(command));
      }
    }
    return Optional.empty();
  }

  void columns(ExecuteCommand command, List<ResultColumn> columns) throws Exception {
    reply(command, new ColumnsReply(command.queryId(), command.replyTo().epoch(), columns));
  }

  /** A chunk in the encoding that was asked for. */
  void rows(ExecuteCommand command, int chunk, int rows, byte[] payload) {
    produce(
        command,
        new RowsFrame(command.queryId(), command.encoding(), chunk, rows, ByteBuffer.wrap(payload))
            .encode());
  }

  void rows(ExecuteCommand command, int chunk, int rows, String payload) {
    rows(command, chunk, rows, payload.getBytes(StandardCharsets.UTF_8));
  }

  void end(ExecuteCommand command, long rows, long bytes, @Nullable Truncation truncation)
      throws Exception {
    reply(
        command,
        new EndReply(command.queryId(), command.replyTo().epoch(), rows, bytes, truncation, 7));
  }

  /** Answers a whole result in one chunk. */
  void answer(ExecuteCommand command, List<ResultColumn> columns, int rows, String payload)
      throws Exception {
    QueryId id = command.queryId();
    long epoch = command.replyTo().epoch();
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    reply(command, new ColumnsReply(id, epoch, columns));
    produce(
        command,
        new RowsFrame(id, RowEncoding.JSON_ROWS, 0, rows, ByteBuffer.wrap(bytes)).encode());
    reply(command, new EndReply(id, epoch, rows, bytes.length, null, 7));
  }

  void fail(ExecuteCommand command, String code) throws Exception {
    fail(command, code, "said");
  }

  void fail(ExecuteCommand command, String code, String message) throws Exception {
    reply(command, new FailedReply(command.queryId(), command.replyTo().epoch(), code, message));
  }

  private void reply(ExecuteCommand command, Reply reply) throws JsonProcessingException {
    produce(command, JSON.writerFor(Reply.class).writeValueAsBytes(reply));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // flushed
  private void produce(ExecuteCommand command, byte[] value) {
    producer.send(
        new ProducerRecord<>(Topic.REPLIES.topic(), command.replyTo().partition(), null, value));
    producer.flush();
  }

  /** Publishes what another service would. */
  @SuppressWarnings("FutureReturnValueIgnored") // flushed
  void publish(Topic topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic.topic(), key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    reading.join(5_000);
    producer.close(Duration.ofSeconds(1));
  }
}

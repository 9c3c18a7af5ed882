package io.custard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.event.Topic;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each server starts, does one real thing, and has it after a restart. */
class RestartTest {
  @TempDir Path directory;

  @Test
  void postgresKeepsDataAndLetsNobodyInWithoutPassword() throws SQLException {
    PostgresSettings settings = PostgresSettings.in(directory, "super-secret").withoutSync();
    try (PostgresServer server = PostgresServer.start(settings);
        Connection superuser = server.connect("postgres")) {
      superuser.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
      assertThatThrownBy(() -> login(server, "postgres", "postgres", "wrong"))
          .hasMessageContaining("password");
    }

    try (PostgresServer server = PostgresServer.start(settings);
        Connection superuser = server.connect("postgres");
        var rows = superuser.createStatement().executeQuery("SELECT answer FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
    assertThat(directory.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void serviceRolesReachOnlyTheirOwnSchema() throws SQLException {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.temporary())) {
      server.createServiceSchema("auth", "first");
      String auth = server.createServiceSchema("auth", "a");
      String query = server.createServiceSchema("query", "q");

      try (Connection own = login(server, "custard", auth, "a");
          Connection foreign = login(server, "custard", query, "q")) {
        own.createStatement().execute("CREATE TABLE account (id int)");
        own.createStatement().execute("SELECT * FROM auth.account");
        assertThatThrownBy(() -> foreign.createStatement().execute("SELECT * FROM auth.account"))
            .hasMessageContaining("permission denied for schema auth");
        assertThatThrownBy(() -> foreign.createStatement().execute("CREATE TABLE public.x (i int)"))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> login(server, "custard", auth, "first"))
          .hasMessageContaining("password");
    }
  }

  @Test
  void postgresLeftRunningIsEnded() throws Exception {
    PostgresServer server = PostgresServer.start(PostgresSettings.in(directory, "p").withoutSync());

    boolean ended = PostgresServer.stopLeftover(directory);

    assertThat(ended).isTrue();
    assertThat(ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(PostgresServer.stopLeftover(directory)).isFalse();
  }

  @Test
  void lockOfAForeignProcessIsRemovedWithoutTouchingIt() throws Exception {
    long self = ProcessHandle.current().pid();
    Files.writeString(directory.resolve("postmaster.pid"), self + "\n/data\n1700000000\n");

    boolean ended = PostgresServer.stopLeftover(directory);

    assertThat(ended).isFalse();
    assertThat(directory.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void redisKeepsDataBehindItsPassword() throws Exception {
    RedisSettings settings = RedisSettings.in(directory, "secret").keepingData();
    try (RedisServer server = RedisServer.start(settings)) {
      assertThat(redis(server, "AUTH secret", "SET kept 42")).isEqualTo("+OK\r\n+OK\r\n");
      assertThat(redis(server, "GET kept")).startsWith("-NOAUTH");
    }

    try (RedisServer server = RedisServer.start(settings)) {
      assertThat(redis(server, "AUTH secret", "GET kept")).isEqualTo("+OK\r\n$2\r\n42\r\n");
    }
  }

  @Test
  void aKilledRedisIsStartedAgainAtItsAddressAndEmpty() throws Exception {
    try (RedisServer server = RedisServer.start(RedisSettings.in(directory, "secret"))) {
      assertThat(redis(server, "AUTH secret", "SET kept 42")).isEqualTo("+OK\r\n+OK\r\n");
      ProcessHandle killed = ProcessHandle.of(server.pid()).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get(10, TimeUnit.SECONDS);

      server.startAgain();

      await().until(() -> RedisPing.answers(server.port(), "secret"));
      assertThat(redis(server, "AUTH secret", "GET kept")).isEqualTo("+OK\r\n$-1\r\n");
    }
  }

  @Test
  void kafkaKeepsRecordsAndHasEveryTopic() throws Exception {
    String topic = Topic.REGISTRY.topic();
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(directory));
        var producer = new KafkaProducer<String, String>(clientSettings(broker))) {
      producer.send(new ProducerRecord<>(topic, 0, "key", "kept")).get();
    }

    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(directory));
        Admin admin = Admin.create(clientSettings(broker));
        var consumer = new KafkaConsumer<String, String>(clientSettings(broker))) {
      assertThat(admin.listTopics().names().get())
          .contains("custard.registry.v1", "custard.commands.v1");
      assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions())
          .hasSize(4);
      TopicPartition first = new TopicPartition(topic, 0);
      consumer.assign(List.of(first));
      consumer.seekToBeginning(List.of(first));
      assertThat(consumer.poll(Duration.ofSeconds(10))).extracting("value").containsExactly("kept");
    }
  }

  @Test
  void kafkaComesBackAtItsAddressForThoseWhoNeverLeft() throws Exception {
    String topic = Topic.REGISTRY.topic();
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.temporary());
        var producer = new KafkaProducer<String, String>(clientSettings(broker))) {
      producer.send(new ProducerRecord<>(topic, 0, "key", "before")).get();

      broker.restart();

      var after = producer.send(new ProducerRecord<>(topic, 0, "key", "after"));
      assertThat(after.get(30, TimeUnit.SECONDS).offset()).isOne();
    }
  }

  @Test
  void killedConsumerDoesNotKeepItsPartitionFromTheNextRun() throws Exception {
    String topic = Topic.REGISTRY.topic();
    KafkaBroker first = KafkaBroker.start(KafkaSettings.in(directory));
    var killed = new KafkaConsumer<String, String>(consumerSettings(first));
    killed.subscribe(List.of(topic));
    killed.poll(Duration.ofSeconds(5));
    first.close();

    try (KafkaBroker second = KafkaBroker.start(KafkaSettings.in(directory));
        var next = new KafkaConsumer<String, String>(consumerSettings(second))) {
      next.subscribe(List.of(topic));
      long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (next.assignment().size() < 4 && System.nanoTime() < deadline) {
        next.poll(Duration.ofMillis(200));
      }
      assertThat(next.assignment()).hasSize(4);
    }
    killed.close(CloseOptions.timeout(Duration.ZERO));
  }

  private static Map<String, Object> consumerSettings(KafkaBroker broker) {
    Map<String, Object> settings = new HashMap<>(clientSettings(broker));
    settings.put("group.id", "readers");
    return settings;
  }

  @Test
  void smtpSinkHandsOutTheLastMailToAnAddress() throws Exception {
    try (SmtpSink sink = SmtpSink.start(0, directory.resolve("mails"))) {
      Properties properties = new Properties();
      properties.put("mail.smtp.host", "127.0.0.1");
      properties.put("mail.smtp.port", sink.port());
      MimeMessage message = new MimeMessage(Session.getInstance(properties));
      message.setFrom("shop@custard.example");
      message.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@custard.example"));
      message.setSubject("Welcome");
      message.setText("hello: http://localhost/verify-email#token=abc_-1\n");

      Transport.send(message);

      SinkMail mail = sink.mails().await("ann@custard.example", 1, Duration.ofSeconds(10));
      assertThat(mail.subject()).isEqualTo("Welcome");
      assertThat(mail.token()).isEqualTo("abc_-1");
      assertThat(sink.mails().all("bob@custard.example")).isEmpty();
    }
  }

  private static Connection login(PostgresServer server, String database, String user, String pw)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, user, pw);
  }

  private static String redis(RedisServer server, String... commands) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", commands) + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return all.endsWith("+OK\r\n") ? all.substring(0, all.length() - 5) : all;
    }
  }

  private static Map<String, Object> clientSettings(KafkaBroker broker) {
    return Map.of(
        "bootstrap.servers", broker.bootstrapServers(),
        "key.serializer", StringSerializer.class.getName(),
        "value.serializer", StringSerializer.class.getName(),
        "key.deserializer", StringDeserializer.class.getName(),
        "value.deserializer", StringDeserializer.class.getName());
  }
}

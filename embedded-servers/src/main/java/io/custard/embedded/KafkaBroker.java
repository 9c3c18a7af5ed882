package io.custard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and its controller inside this JVM, on loopback, with every topic of the protocol
 * in place. A fault it cannot survive ends the JVM: that is Kafka's own rule.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final ReservedPort port;
  private final ReservedPort controller;
  private final ServerDirectory directory;
  private KafkaRaftServer server;

  private KafkaBroker(ReservedPort port, ReservedPort controller, ServerDirectory directory)
      throws IOException {
    this.port = port;
    this.controller = controller;
    this.directory = directory;
    this.server = newServer();
  }

  public static KafkaBroker start(KafkaSettings settings) {
    return ReservedPort.attempt(settings.port(), port -> start(settings, port));
  }

  static KafkaBroker start(KafkaSettings settings, ReservedPort port) {
    ServerDirectory directory = ServerDirectory.of(settings.directory(), "kafka");
    ReservedPort controller = ReservedPort.preferring(0);
    try {
      return StartDeadline.run(
          "Starting Kafka",
          START_LIMIT,
          () -> {
            format(directory.path());
            return launch(new KafkaBroker(port, controller, directory), settings);
          });
    } catch (ServerStartException e) {
      controller.close();
      directory.release();
      throw e;
    }
  }

  private KafkaRaftServer newServer() throws IOException {
    Properties properties = properties(directory.path(), port.number(), controller.number());
    return new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
  }

  private static KafkaBroker launch(KafkaBroker broker, KafkaSettings settings) throws Exception {
    broker.server.startup();
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
      KafkaTopics.create(admin, settings.partitions(), START_LIMIT);
      DeadMembers.remove(admin);
    }
    return broker;
  }

  /** Gives an empty directory its cluster identity; a formatted one is left as it is. */
  private static void format(Path directory) throws Exception {
    if (Files.exists(directory.resolve("bootstrap.checkpoint"))) {
      return;
    }
    Files.deleteIfExists(directory.resolve("meta.properties"));
    new Formatter()
        .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(directory.toString())
        .addDirectory(directory.toString())
        .run();
  }

  private static Properties properties(Path directory, int port, int controllerPort)
      throws IOException {
    Properties properties = new Properties();
    try (var defaults = KafkaBroker.class.getResourceAsStream("kafka.properties")) {
      properties.load(java.util.Objects.requireNonNull(defaults, "kafka.properties"));
    }
    String broker = "PLAINTEXT://127.0.0.1:" + port;
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("log.dirs", directory.toString());
    properties.put("listeners", broker + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", broker);
    properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    return properties;
  }

  public int port() {
    return port.number();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port();
  }

  /** Where its logs are. */
  public Path directory() {
    return directory.path();
  }

  /** Stops it and starts it again at its address, with every record; members stay members. */
  public synchronized void restart() {
    stopServer();
    StartDeadline.run(
        "Starting Kafka again",
        START_LIMIT,
        () -> {
          server = newServer();
          server.startup();
          return true;
        });
  }

  private void stopServer() {
    StartDeadline.run(
        "Stopping Kafka",
        STOP_LIMIT,
        () -> {
          server.shutdown();
          server.awaitShutdown();
          return true;
        });
  }

  @Override
  public synchronized void close() {
    stopServer();
    controller.close();
    port.close();
    directory.release();
  }
}

package io.custard.testkit;

import io.custard.embedded.KafkaBroker;
import io.custard.embedded.KafkaSettings;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import io.custard.embedded.RedisServer;
import io.custard.embedded.RedisSettings;
import io.custard.embedded.Secrets;
import io.custard.embedded.SigningKey;
import io.custard.embedded.SmtpSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * PostgreSQL, Redis, Kafka and SMTP, started side by side once in a JVM and stopped when it ends.
 * Lives in the system class loader, because Quarkus loads test classes again for every application
 * it starts; {@link SharedServers} is the way in from there.
 */
public final class TestingServers {
  private static final SigningKey KEY = SigningKey.generate();
  private static final Map<String, String> PASSWORDS = new ConcurrentHashMap<>();

  private final PostgresServer postgres;
  private final RedisServer redis;
  private final KafkaBroker kafka;
  private final SmtpSink smtp;
  private final Path keys;
  private final Path mails;

  private TestingServers() {
    var startingKafka =
        CompletableFuture.supplyAsync(() -> KafkaBroker.start(KafkaSettings.temporary()));
    var startingRedis =
        CompletableFuture.supplyAsync(() -> RedisServer.start(RedisSettings.temporary()));
    this.postgres = PostgresServer.start(PostgresSettings.temporary());
    this.redis = startingRedis.join();
    this.kafka = startingKafka.join();
    this.keys = writeKeys();
    this.mails = temporary("custard-mails-");
    this.smtp = SmtpSink.start(0, mails);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "testing-servers-stop"));
  }

  private static final class Holder {
    static final TestingServers SERVERS = new TestingServers();
  }

  /** The key pair that signs tokens in this JVM; starts no server. */
  public static KeyPair signingKeyPair() {
    return KEY.pair();
  }

  /** Starts what is not running yet and tells how the service with this schema reaches it. */
  public static Map<String, String> environment(String schema) {
    return Holder.SERVERS.describe(schema);
  }

  /** A new database with this name, and the superuser's address of it, for an agent's tests. */
  public static String database(String name) {
    TestingServers servers = Holder.SERVERS;
    try {
      servers.postgres.createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:%s@127.0.0.1:%d/%s"
        .formatted(servers.postgres.superuserPassword(), servers.postgres.port(), name);
  }

  /** Kafka goes away and comes back at its address; returns when it is back. */
  public static void restartKafka() {
    Holder.SERVERS.kafka.restart();
  }

  /** Where the mails are that the SMTP server received. */
  public static String mails() {
    return Holder.SERVERS.mails.toString();
  }

  private Map<String, String> describe(String schema) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CUSTARD_DB_HOST", "127.0.0.1");
    environment.put("CUSTARD_DB_PORT", Integer.toString(postgres.port()));
    environment.put("CUSTARD_DB_NAME", PostgresServer.SERVICES_DATABASE);
    environment.put("CUSTARD_DB_USER", "custard_" + schema);
    environment.put("CUSTARD_DB_PASSWORD", PASSWORDS.computeIfAbsent(schema, this::createSchema));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    environment.put("quarkus.redis.hosts", redis.url());
    environment.put("CUSTARD_AUTH_SIGNING_KEY_FILE", keys.resolve("signing-key.json").toString());
    environment.put("CUSTARD_SMTP_HOST", "127.0.0.1");
    environment.put("CUSTARD_SMTP_PORT", Integer.toString(smtp.port()));
    environment.put("CUSTARD_SMTP_STARTTLS", "DISABLED");
    // Every test comes from one address; those of limits name others.
    environment.put("CUSTARD_AUTH_ADDRESS_SCALE", "1000");
    environment.put("CUSTARD_PUBLIC_URL", "http://localhost:8080");
    environment.put(
        "mp.jwt.verify.publickey.location", keys.resolve("jwks.json").toUri().toString());
    return environment;
  }

  private String createSchema(String schema) {
    String password = Secrets.password();
    try {
      postgres.createServiceSchema(schema, password);
      return password;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the schema " + schema, e);
    }
  }

  private static Path temporary(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new IllegalStateException("Could not make a directory", e);
    }
  }

  private static Path writeKeys() {
    try {
      Path directory = temporary("custard-keys-");
      Files.writeString(directory.resolve("signing-key.json"), KEY.privateJwk());
      Files.writeString(directory.resolve("jwks.json"), KEY.publicKeySet());
      return directory;
    } catch (IOException e) {
      throw new IllegalStateException("Could not write the signing key", e);
    }
  }

  /** Kafka ends with the JVM: its records are of no use to anybody, and a clean stop takes long. */
  private void stop() {
    smtp.close();
    redis.close();
    postgres.close();
    TemporaryFiles.delete(keys);
    TemporaryFiles.delete(mails);
    TemporaryFiles.delete(kafka.directory());
  }
}

package io.custard.launcher.stack;

import io.custard.embedded.KafkaBroker;
import io.custard.embedded.KafkaSettings;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import io.custard.embedded.RedisServer;
import io.custard.embedded.RedisSettings;
import io.custard.embedded.SmtpSink;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Passwords;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ProcessIdentity;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.RunningPart.Kind;
import io.custard.launcher.running.StateFile;
import io.custard.launcher.stack.Parts.Level;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The embedded servers, started side by side; each is there when its future is. */
final class Servers {
  private static final int POSTGRES_PORT = 15432;
  private static final int REDIS_PORT = 16379;
  private static final int KAFKA_PORT = 19092;
  private static final int SMTP_PORT = 11025;

  private final Home home;
  private final Passwords passwords;
  private final Parts parts;
  private final Progress progress;
  private final StateFile state;
  private final CompletableFuture<PostgresServer> postgres;
  private final CompletableFuture<RedisServer> redis;
  private final CompletableFuture<KafkaBroker> kafka;
  private final CompletableFuture<SmtpSink> smtp;

  Servers(Home home, Passwords passwords, Parts parts, Progress progress) {
    this.home = home;
    this.passwords = passwords;
    this.parts = parts;
    this.progress = progress;
    this.state = new StateFile(home);
    this.postgres = Background.run(this::startPostgres);
    this.kafka = Background.run(this::startKafka);
    this.redis = Background.run(this::startRedis);
    this.smtp = Background.run(this::startSmtp);
  }

  private PostgresServer startPostgres() {
    PostgresSettings settings =
        PostgresSettings.in(home.data("postgres"), passwords.of("postgres"))
            .onPort(POSTGRES_PORT)
            .unpackTo(home.programs())
            .logTo(home.log("postgres"));
    PostgresServer server = parts.start(Level.SERVERS, () -> PostgresServer.start(settings));
    up("postgres", server.pid(), server.port());
    createSchemas(server);
    return server;
  }

  private void createSchemas(PostgresServer server) {
    for (Service service : Service.values()) {
      try {
        server.createServiceSchema(service.schema(), passwords.of("db-" + service.schema()));
      } catch (java.sql.SQLException e) {
        throw new io.custard.launcher.home.LauncherException(
            "The schema of " + service.module() + " could not be made: " + e.getMessage(), e);
      }
    }
  }

  private RedisServer startRedis() {
    // What Redis holds are leases of processes that ended with the last run: it starts empty.
    RedisSettings settings =
        RedisSettings.in(home.data("redis"), passwords.of("redis"))
            .onPort(REDIS_PORT)
            .logTo(home.log("redis"));
    RedisServer server = parts.start(Level.SERVERS, () -> RedisServer.start(settings));
    up("redis", server.pid(), server.port());
    return server;
  }

  private KafkaBroker startKafka() {
    KafkaSettings settings = KafkaSettings.in(home.data("kafka")).onPort(KAFKA_PORT);
    KafkaBroker broker = parts.start(Level.SERVERS, () -> KafkaBroker.start(settings));
    up("kafka", ProcessHandle.current().pid(), broker.port());
    return broker;
  }

  private SmtpSink startSmtp() {
    SmtpSink sink = parts.start(Level.SERVERS, () -> SmtpSink.start(SMTP_PORT, home.mails()));
    up("smtp-sink", ProcessHandle.current().pid(), sink.port());
    return sink;
  }

  private void up(String name, long pid, int port) {
    ProcessHandle.of(pid)
        .map(ProcessIdentity::of)
        .map(process -> RunningPart.of(name, Kind.SERVER, process, port))
        .ifPresent(part -> state.update(running -> running.with(part)));
    progress.say(name + " is up on port " + port);
  }

  PostgresServer postgres() {
    return Background.join(postgres);
  }

  RedisServer redis() {
    return Background.join(redis);
  }

  KafkaBroker kafka() {
    return Background.join(kafka);
  }

  SmtpSink smtp() {
    return Background.join(smtp);
  }

  void awaitAll() {
    postgres();
    redis();
    kafka();
    smtp();
  }

  /** Runs when PostgreSQL is up, without waiting for it here. */
  <T> CompletableFuture<T> whenPostgresIsUp(Supplier<T> action) {
    return postgres.thenApplyAsync(server -> action.get(), Background.EXECUTOR);
  }
}

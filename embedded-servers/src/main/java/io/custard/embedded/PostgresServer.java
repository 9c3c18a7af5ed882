package io.custard.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server on loopback. Every role needs a password, from the first start on, and there
 * is no local socket. Works as root: the library starts the server in a user namespace of its own.
 */
public final class PostgresServer implements AutoCloseable {
  /** The database that holds one schema for each service. */
  public static final String SERVICES_DATABASE = "custard";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final int POLL_MILLIS = 20;

  private final EmbeddedPostgres server;
  private final ServerDirectory directory;
  private final String password;
  private final long pid;
  private final ReservedPort port;

  private PostgresServer(
      EmbeddedPostgres server, String password, ServerDirectory directory, ReservedPort port) {
    this.password = password;
    this.server = server;
    this.port = port;
    this.directory = directory;
    this.pid = PostmasterFile.read(directory.path()).map(PostmasterFile::pid).orElse(-1L);
  }

  public static PostgresServer start(PostgresSettings settings) {
    return ReservedPort.attempt(settings.port(), port -> start(settings, port));
  }

  static PostgresServer start(PostgresSettings settings, ReservedPort port) {
    ServerDirectory directory = ServerDirectory.of(settings.directory(), "postgres");
    Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      EmbeddedPostgres server = launch(settings, directory.path(), port.number());
      return new PostgresServer(server, settings.password(), directory, port);
    } catch (IOException | RuntimeException e) {
      PostmasterFile.read(directory.path())
          .filter(postmaster -> !postmaster.startedAt().isBefore(begin))
          .flatMap(PostmasterFile::process)
          .ifPresent(PostgresServer::end);
      directory.release();
      throw new ServerStartException(
          "PostgreSQL did not start in %s: %s. Look into its log, or delete the directory to begin anew."
              .formatted(directory.path(), e.getMessage()),
          e);
    }
  }

  /**
   * Ends a server that was left running on this data directory by a killed launcher, and removes a
   * lock file whose process is gone. Does nothing to any other process.
   */
  public static boolean stopLeftover(Path dataDirectory) throws IOException {
    Path lock = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return false;
    }
    var leftover = PostmasterFile.read(dataDirectory).flatMap(PostmasterFile::process);
    leftover.ifPresent(PostgresServer::end);
    Files.deleteIfExists(lock);
    return leftover.isPresent();
  }

  private static EmbeddedPostgres launch(PostgresSettings settings, Path data, int port)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setPort(port)
            .setConnectConfig("password", settings.password())
            .setDataDirectoryCustomizer(made -> PostgresFiles.requirePasswords(made.toPath()));
    configure(builder, settings);
    Path passwordFile = PostgresFiles.passwordFile(settings.password());
    try {
      return builder.setLocaleConfig("pwfile", passwordFile.toString()).start();
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  /**
   * The library turns fsync off by itself; an option given later wins. Commits are written at once
   * either way: a killed server then keeps them, whatever is lost with the machine.
   */
  private static void configure(EmbeddedPostgres.Builder builder, PostgresSettings settings)
      throws IOException {
    String durable = settings.durable() ? "on" : "off";
    builder
        .setServerConfig("fsync", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "120")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("log_min_error_statement", "panic")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
    if (settings.log() != null) {
      builder.setOutputRedirector(Redirect.appendTo(settings.log().toFile()));
      builder.setErrorRedirector(Redirect.appendTo(settings.log().toFile()));
    }
    Path binaries = settings.binaries();
    if (binaries != null) {
      PostgresFiles.deleteHalfUnpacked(binaries);
      builder.setOverrideWorkingDirectory(Files.createDirectories(binaries).toFile());
    }
  }

  public int port() {
    return server.getPort();
  }

  public String superuserPassword() {
    return password;
  }

  /** Of the postmaster. */
  public long pid() {
    return pid;
  }

  /** A connection as superuser; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  /** Creates the database unless it is there; only roles that are granted it may connect. */
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!databaseExists(connection, name)) {
        String quoted = connection.unwrap(PGConnection.class).escapeIdentifier(name);
        statement.execute("CREATE DATABASE " + quoted);
        statement.execute("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC");
      }
    }
  }

  private static boolean databaseExists(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /**
   * Makes schema and role of a service in {@link #SERVICES_DATABASE}, creating that when missing.
   *
   * @return the role's name
   */
  public String createServiceSchema(String schema, String password) throws SQLException {
    createDatabase(SERVICES_DATABASE);
    try (Connection connection = connect(SERVICES_DATABASE)) {
      new ServiceSchema(schema, password).create(connection);
    }
    return ServiceSchema.roleOf(schema);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not stop", e);
    } finally {
      ProcessHandle.of(pid).ifPresent(PostgresServer::end);
      port.close();
      directory.release();
    }
  }

  /** The postmaster is nobody's child here, and onExit looks at such a process rarely. */
  private static void end(ProcessHandle process) {
    process.destroy();
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    try {
      while (process.isAlive() && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}

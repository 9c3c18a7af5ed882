package io.custard.e2e;

import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of a test's own that can be restarted and whose password can be changed. */
final class FaultDatabase implements AutoCloseable {
  private static final String PASSWORD = "first-4711";
  private final PostgresSettings settings;
  private PostgresServer server;

  private FaultDatabase(PostgresSettings settings) {
    this.settings = settings;
    this.server = PostgresServer.start(settings);
  }

  static FaultDatabase in(Path directory) throws SQLException {
    FaultDatabase database =
        new FaultDatabase(PostgresSettings.in(directory, "super-4711").withoutSync());
    database.server.createDatabase("shop");
    database.execute("create role reader login password '" + PASSWORD + "'");
    database.execute("grant connect on database shop to reader");
    return database;
  }

  String url() {
    return "postgresql://reader:%s@127.0.0.1:%d/shop".formatted(PASSWORD, server.port());
  }

  /** At the same port, with everything it held. */
  void restart() {
    int port = server.port();
    server.close();
    server = PostgresServer.start(settings.onPort(port));
    if (server.port() != port) {
      throw new IllegalStateException("another port than before: " + server.port());
    }
  }

  /** Nobody gets in with the known password any more, and nobody stays in. */
  void changePassword() throws SQLException {
    execute("alter role reader password 'second-4712'");
    execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reader'");
  }

  void changePasswordBack() throws SQLException {
    execute("alter role reader password '" + PASSWORD + "'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

package io.custard.agent.link;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.agent.database.DatabaseEngines;
import io.custard.embedded.mariadb.MariaDbServer;
import io.custard.testkit.database.TestingPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A server whose list of sessions can be looked at, with statements that the guard accepts. */
enum TestedServer {
  POSTGRESQL {
    @Override
    DatabaseAddress reader() {
      return TestingPostgres.reader();
    }

    @Override
    int running(String marker) {
      return TestingPostgres.running(marker);
    }

    @Override
    String numbers(int count) {
      return "generate_series(1, " + count + ")";
    }
  },

  MARIADB {
    @Override
    DatabaseAddress reader() {
      return new DatabaseAddress(
          "127.0.0.1",
          MariaDb.SERVER.port(),
          "shop",
          "reader",
          "r",
          DatabaseAddress.TlsMode.PREFER);
    }

    @Override
    int running(String marker) throws SQLException {
      return MariaDb.SERVER.running(marker);
    }

    @Override
    String numbers(int count) {
      return "seq_1_to_" + count;
    }
  };

  /** Started by the first test that needs it. */
  private static final class MariaDb {
    static final MariaDbServer SERVER = start();

    private static MariaDbServer start() {
      MariaDbServer server = MariaDbServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE DATABASE shop; CREATE USER reader IDENTIFIED BY 'r';"
                + " GRANT SELECT ON shop.* TO reader");
        return server;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  abstract DatabaseAddress reader();

  /** Statements that run now and hold the marker, by the server's own list. */
  abstract int running(String marker) throws SQLException;

  /** A table of so many rows. */
  abstract String numbers(int count);

  DatabaseEngine engine() {
    return DatabaseEngines.of(this == POSTGRESQL ? "postgresql" : "mysql").orElseThrow();
  }

  /** Takes far too long before its first row. */
  String slow(String marker) {
    return "select count(*), '%s' from %s a, %s b"
        .formatted(marker, numbers(100_000), numbers(100_000));
  }

  /** Has many times as many rows as fit into all buffers on their way. */
  String flood(String marker) {
    return "select repeat('x', 3000), '%s' from %s a".formatted(marker, numbers(1_000_000));
  }
}

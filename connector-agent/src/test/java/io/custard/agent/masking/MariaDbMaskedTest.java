package io.custard.agent.masking;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngines;
import io.custard.embedded.mariadb.MariaDbServer;
import io.custard.testkit.database.Loop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;

class MariaDbMaskedTest extends MaskedResults {
  private final MariaDbServer server = MariaDbServer.start();

  @Override
  Database open(Loop loop, Path folder) throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE shop CHARACTER SET utf8mb4; USE shop; "
              + TABLES
              + "CREATE USER reader IDENTIFIED BY 'r'; GRANT SELECT ON shop.* TO reader");
    }
    return DatabaseEngines.of("mariadb")
        .orElseThrow()
        .open(
            loop.vertx(),
            new DatabaseAddress(
                "127.0.0.1", server.port(), "shop", "reader", "r", DatabaseAddress.TlsMode.PREFER),
            2);
  }

  @AfterAll
  void stop() {
    server.close();
  }
}

package io.custard.agent.masking;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngines;
import io.custard.testkit.database.Loop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

class SqliteMaskedTest extends MaskedResults {
  @Override
  Database open(Loop loop, Path folder) throws Exception {
    Path file = folder.resolve("people.db");
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = writer.createStatement()) {
      for (String sql : TABLES.strip().split(";\n", -1)) {
        statement.executeUpdate(sql);
      }
    }
    return DatabaseEngines.of("sqlite")
        .orElseThrow()
        .open(loop.vertx(), DatabaseAddress.file(file.toString()), 2);
  }
}

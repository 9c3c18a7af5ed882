package io.custard.agent.masking;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseEngines;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.TestingPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;

class PostgresMaskedTest extends MaskedResults {
  @Override
  Database open(Loop loop, Path folder) throws Exception {
    execute(
        "CREATE SCHEMA masked; SET search_path = masked; "
            + TABLES
            + "GRANT USAGE ON SCHEMA masked TO reader; "
            + "GRANT SELECT ON ALL TABLES IN SCHEMA masked TO reader");
    return DatabaseEngines.of("postgresql")
        .orElseThrow()
        .open(loop.vertx(), TestingPostgres.reader(), 2);
  }

  /** Other tests of the module look at the same schema. */
  @AfterAll
  static void drop() throws SQLException {
    execute("DROP SCHEMA masked CASCADE");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = TestingPostgres.connect("shop");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

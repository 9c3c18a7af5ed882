package io.custard.agent.database.duckdb;

import io.custard.testkit.guard.TableNames;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes files with something in them that could be lost. */
final class TestingDuck {
  private TestingDuck() {}

  static Connection writer(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + file);
  }

  /** A table for each name that the statements mention. */
  static void fill(Path file, List<String> statements) throws SQLException {
    try (Connection writer = writer(file);
        Statement statement = writer.createStatement()) {
      for (String name : TableNames.of(statements)) {
        statement.execute(
            "CREATE TABLE \"%s\"(id INTEGER, i INTEGER, a INTEGER, b INTEGER, name VARCHAR)"
                .formatted(name));
        statement.execute("INSERT INTO \"%s\" VALUES(1,1,2,3,'n')".formatted(name));
      }
      statement.execute("CREATE TABLE kept(secret VARCHAR)");
      statement.execute("INSERT INTO kept VALUES('stays')");
      statement.execute("CREATE SEQUENCE numbers");
    }
  }
}

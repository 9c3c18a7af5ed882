package io.custard.agent.database.sqlite;

import io.custard.testkit.guard.TableNames;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Makes files with something in them that could be lost. */
final class TestingSqlite {
  private static final Set<String> OWN = Set.of("kept", "words");

  private TestingSqlite() {}

  static Connection writer(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** A table for each name that the statements mention, where SQLite takes the name. */
  static void fill(Path file, List<String> statements) throws SQLException {
    try (Connection writer = writer(file);
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      for (String name : TableNames.of(statements)) {
        if (!name.startsWith("sqlite_") && !OWN.contains(name)) {
          statement.execute(
              "CREATE TABLE \"%s\"(id INTEGER PRIMARY KEY, a, b, c, d, x, y, name TEXT)"
                  .formatted(name));
          statement.execute("INSERT INTO \"%s\" VALUES(1,1,2,3,4,5,6,'n')".formatted(name));
        }
      }
      statement.execute("CREATE TABLE kept(secret TEXT)");
      statement.execute("INSERT INTO kept VALUES('stays')");
      statement.execute("CREATE VIRTUAL TABLE words USING fts5(body)");
      statement.execute("INSERT INTO words VALUES('some words to find')");
      writer.commit();
    }
  }
}

package io.custard.translate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/** A small SQLite database in memory that is asked questions; today is 2024-06-15. */
final class TestingDatabase implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2024, 6, 15);

  private final Connection connection;
  private final Schema schema;
  private final EnglishToSql english;

  private TestingDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    this.schema = SqliteSchemas.read(connection);
    this.english = new EnglishToSql(schema, SqlDialect.SQLITE, TODAY);
  }

  static TestingDatabase of(String ddl) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (Statement statement = connection.createStatement()) {
        for (String one : ddl.split(";\n", -1)) {
          if (!one.isBlank()) {
            statement.executeUpdate(one);
          }
        }
      }
      return new TestingDatabase(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same schema as PostgreSQL would have it. */
  EnglishToSql postgres() {
    return new EnglishToSql(schema, SqlDialect.POSTGRESQL, TODAY);
  }

  Translation translate(String question) {
    try {
      return SqliteSchemas.ask(connection, english, question);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  /** The statement for PostgreSQL, values looked up here. */
  String postgresSql(String question) {
    try {
      Translation first = postgres().translate(question, ValueHits.none());
      if (first instanceof Translation.NeedsValues needs) {
        List<List<String>> rows =
            SqliteSchemas.rows(connection, ProbeStatement.sql(needs.probes(), SqlDialect.SQLITE));
        first =
            postgres()
                .translate(
                    question, new ValueHits(true, ProbeStatement.hits(needs.probes(), rows)));
      }
      return text(question, first);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  Translation.Sql sql(String question) {
    Translation translation = translate(question);
    if (translation instanceof Translation.Sql sql) {
      return sql;
    }
    throw new AssertionError(question + ": " + translation);
  }

  private static String text(String question, Translation translation) {
    if (translation instanceof Translation.Sql sql) {
      return sql.sql();
    }
    throw new AssertionError(question + ": " + translation);
  }

  /** The rows of the answer, cells separated by a bar, rows by a semicolon. */
  String answer(String question) {
    Translation.Sql sql = sql(question);
    try {
      return String.join(
          "; ",
          SqliteSchemas.rows(connection, sql.sql()).stream()
              .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
              .toList());
    } catch (SQLException e) {
      throw new AssertionError(sql.sql(), e);
    }
  }

  String reason(String question) {
    Translation translation = translate(question);
    if (translation instanceof Translation.CannotAnswer cannot) {
      return cannot.reason();
    }
    throw new AssertionError(question + ": " + translation);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

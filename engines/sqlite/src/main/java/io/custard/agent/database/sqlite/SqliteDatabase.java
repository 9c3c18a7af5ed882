package io.custard.agent.database.sqlite;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.file.BlockingRows;
import io.custard.agent.database.file.FileDatabase;
import io.custard.agent.database.file.FileRights;
import io.custard.protocol.TableDescription;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConnection;

/**
 * One SQLite file. A handle is opened for each statement and costs less than a millisecond, so none
 * is kept: nothing that a statement set can outlive it, and a file that was replaced is seen.
 */
final class SqliteDatabase extends FileDatabase {
  private static final long PROBE_MILLIS = 5_000;
  private static final long DISCOVERY_MILLIS = 60_000;

  private final Path file;

  SqliteDatabase(Vertx vertx, Path file) {
    SqliteFailures failures = new SqliteFailures(file);
    super(vertx, failures::describe, failures::describe);
    this.file = file;
  }

  @Override
  public String dialect() {
    return "sqlite";
  }

  /** Counting the schema's entries reads the file, which opening it does not. */
  @Override
  protected Checkup check() throws SQLException {
    try (SQLiteConnection handle = ReadOnlyHandle.open(file)) {
      Watchdog.on(handle, PROBE_MILLIS);
      try (Statement statement = handle.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT sqlite_version(), count(*) FROM sqlite_schema")) {
        return FileRights.check("SQLite " + row.getString(1), file);
      }
    }
  }

  @Override
  protected List<TableDescription> tables() throws SQLException {
    try (SQLiteConnection handle = ReadOnlyHandle.open(file)) {
      Watchdog.on(handle, DISCOVERY_MILLIS);
      return new SqliteCatalog(handle).tables();
    }
  }

  @Override
  protected BlockingRows prepare(String sql, long timeoutMillis) throws SQLException {
    return SqliteRows.open(file, sql, timeoutMillis);
  }
}

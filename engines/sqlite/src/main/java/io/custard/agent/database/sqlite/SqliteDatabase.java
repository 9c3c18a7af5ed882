package io.custard.agent.database.sqlite;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.file.BlockingCursor;
import io.custard.agent.database.file.BlockingCursor.Opened;
import io.custard.agent.database.file.BlockingWork;
import io.custard.agent.database.file.FileRights;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sqlite.SQLiteConnection;

/**
 * One SQLite file. A handle is opened for each statement and costs less than a millisecond, so none
 * is kept: nothing that a statement set can outlive it, and a file that was replaced is seen.
 */
final class SqliteDatabase implements Database {
  private static final long PROBE_MILLIS = 5_000;
  private static final long DISCOVERY_MILLIS = 60_000;

  /** How long the answer waits for a first value when an expression's type depends on it. */
  private static final long FIRST_ROW_MILLIS = 1_000;

  private final Vertx vertx;
  private final Path file;
  private final BlockingWork work;
  private final SqliteFailures failures;

  SqliteDatabase(Vertx vertx, Path file) {
    this.vertx = vertx;
    this.file = file;
    this.work = new BlockingWork(vertx);
    this.failures = new SqliteFailures(file);
  }

  @Override
  public String dialect() {
    return "sqlite";
  }

  @Override
  public Future<Checkup> probe() {
    return run(this::check);
  }

  /** Counting the schema's entries reads the file, which opening it does not. */
  private Checkup check() throws SQLException {
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
  public Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return run(this::tables)
        .compose(tables -> {
          Future<Void> sent = Future.succeededFuture();
          for (TableDescription table : tables) {
            sent = sent.compose(before -> reader.apply(table));
          }
          return sent.map(tables.size());
        });
  }

  private List<TableDescription> tables() throws SQLException {
    try (SQLiteConnection handle = ReadOnlyHandle.open(file)) {
      Watchdog.on(handle, DISCOVERY_MILLIS);
      return new SqliteCatalog(handle).tables();
    }
  }

  @Override
  public Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return run(() -> SqliteRows.open(file, sql, timeoutMillis))
        .compose(rows -> {
          BlockingCursor cursor =
              new BlockingCursor(vertx, new Opened(rows, failures::describe), shape, timeoutMillis);
          return rows.hasUnknownTypes()
              ? cursor.begin(FIRST_ROW_MILLIS)
              : Future.succeededFuture(cursor);
        });
  }

  private <T> Future<T> run(Callable<T> blocking) {
    return work.run(blocking).recover(failure -> Future.failedFuture(failures.describe(failure)));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}

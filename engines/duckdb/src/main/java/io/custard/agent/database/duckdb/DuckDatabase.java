package io.custard.agent.database.duckdb;

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
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB file. It is open only while a statement runs: an open file, though only read, keeps
 * every other process from writing to it. Opening costs a few milliseconds.
 */
final class DuckDatabase implements Database {
  private final Vertx vertx;
  private final Path file;
  private final BlockingWork work;
  private final DuckFailures failures;

  DuckDatabase(Vertx vertx, Path file) {
    this.vertx = vertx;
    this.file = file;
    this.work = new BlockingWork(vertx);
    this.failures = new DuckFailures(file);
  }

  @Override
  public String dialect() {
    return "duckdb";
  }

  @Override
  public Future<Checkup> probe() {
    return work.run(this::check).recover(failure -> Future.failedFuture(failures.opening(failure)));
  }

  private Checkup check() throws SQLException {
    try (DuckDBConnection connection = ReadOnlyConnection.open(file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version()")) {
      row.next();
      return FileRights.check("DuckDB " + row.getString(1), file);
    }
  }

  @Override
  public Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return work.run(this::tables)
        .recover(failure -> Future.failedFuture(failures.opening(failure)))
        .compose(tables -> {
          Future<Void> sent = Future.succeededFuture();
          for (TableDescription table : tables) {
            sent = sent.compose(before -> reader.apply(table));
          }
          return sent.map(tables.size());
        });
  }

  private List<TableDescription> tables() throws SQLException {
    try (DuckDBConnection connection = ReadOnlyConnection.open(file)) {
      return new DuckCatalog(connection).tables();
    }
  }

  @Override
  public Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return work.run(() -> DuckRows.open(file, sql))
        .<RowCursor>map(rows ->
            new BlockingCursor(vertx, new Opened(rows, failures::describe), shape, timeoutMillis))
        .recover(failure -> Future.failedFuture(failures.describe(failure)));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}

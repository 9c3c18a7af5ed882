package io.custard.agent.database.duckdb;

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
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB file. It is open only while a statement runs: an open file, though only read, keeps
 * every other process from writing to it. Opening costs a few milliseconds.
 */
final class DuckDatabase extends FileDatabase {
  private final Path file;

  DuckDatabase(Vertx vertx, Path file) {
    DuckFailures failures = new DuckFailures(file);
    super(vertx, failures::opening, failures::describe);
    this.file = file;
  }

  @Override
  public String dialect() {
    return "duckdb";
  }

  @Override
  protected Checkup check() throws SQLException {
    try (DuckDBConnection connection = ReadOnlyConnection.open(file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version()")) {
      row.next();
      return FileRights.check("DuckDB " + row.getString(1), file);
    }
  }

  @Override
  protected List<TableDescription> tables() throws SQLException {
    try (DuckDBConnection connection = ReadOnlyConnection.open(file)) {
      return new DuckCatalog(connection).tables();
    }
  }

  /** The cursor keeps the deadline: the driver knows none. */
  @Override
  protected BlockingRows prepare(String sql, long timeoutMillis) throws SQLException {
    return DuckRows.open(file, sql);
  }
}

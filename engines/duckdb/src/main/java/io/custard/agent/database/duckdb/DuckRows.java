package io.custard.agent.database.duckdb;

import io.custard.agent.database.JsonBuffer;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.file.BlockingRows;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.Interrupting;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One query on a connection of its own; its rows are made as they are read. */
final class DuckRows implements BlockingRows {
  private static final Logger LOG = Logger.getLogger(DuckRows.class);

  private final DuckDBConnection connection;
  private final PreparedStatement statement;
  private final List<DuckColumn> columns;
  private @Nullable ResultSet result;

  private DuckRows(DuckDBConnection connection, PreparedStatement statement) throws SQLException {
    this.connection = connection;
    this.statement = statement;
    this.columns = DuckColumn.of(statement.getMetaData());
  }

  /** Prepares one query; nothing of it runs yet. */
  static DuckRows open(Path file, String sql) throws SQLException {
    DuckDBConnection connection = ReadOnlyConnection.open(file);
    try {
      return new DuckRows(connection, SingleQuery.prepare(connection, sql));
    } catch (SQLException | CustardException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public List<ResultColumn> columns() {
    return columns.stream().map(DuckColumn::described).toList();
  }

  @Override
  public boolean read(RowChunks chunks) throws SQLException {
    ResultSet rows = result;
    if (rows == null) {
      rows = statement.executeQuery();
      result = rows;
    }
    if (!rows.next()) {
      return false;
    }
    chunks.addOrRefuse(values(rows), this::write);
    return true;
  }

  private @Nullable Object[] values(ResultSet rows) throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).read(rows, i + 1);
    }
    return values;
  }

  private void write(@Nullable Object[] values, JsonBuffer out) {
    for (int i = 0; i < values.length; i++) {
      out.cell();
      DuckCells.write(columns.get(i).described().type(), values[i], out);
    }
  }

  @Override
  public void interrupt() {
    try {
      Interrupting.interrupt(connection);
    } catch (SQLException e) {
      LOG.debug("Connection ended before it was interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a connection that only reads could not be closed", e);
    }
  }
}

package io.custard.agent.database.sqlite;

import io.custard.agent.database.JsonBuffer;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.file.BlockingRows;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.SafeStmtPtr;

/** One query on a handle of its own. */
final class SqliteRows implements BlockingRows {
  private final SQLiteConnection handle;
  private final Watchdog dog;
  private final PreparedStatement statement;
  private volatile List<SqliteColumn> columns;
  private @Nullable ResultSet result;

  private SqliteRows(SQLiteConnection handle, Watchdog dog, PreparedStatement statement)
      throws SQLException {
    this.handle = handle;
    this.dog = dog;
    this.statement = statement;
    this.columns = declared(statement);
  }

  /** Prepares one query; nothing of it runs yet. */
  static SqliteRows open(Path file, String sql, long timeoutMillis) throws SQLException {
    SQLiteConnection handle = ReadOnlyHandle.open(file);
    try {
      Watchdog dog = Watchdog.on(handle, timeoutMillis);
      return new SqliteRows(handle, dog, SingleQuery.prepare(handle, sql));
    } catch (SQLException | CustardException e) {
      handle.close();
      throw e;
    }
  }

  private static List<SqliteColumn> declared(PreparedStatement prepared) throws SQLException {
    SafeStmtPtr pointer = ((CoreStatement) prepared).pointer;
    int count = pointer.safeRunInt((db, at) -> db.column_count(at));
    List<SqliteColumn> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int index = i;
      columns.add(
          SqliteColumn.declared(
              pointer.safeRun((db, at) -> db.column_name(at, index)),
              pointer.safeRun((db, at) -> db.column_decltype(at, index))));
    }
    return columns;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns.stream().map(SqliteColumn::described).toList();
  }

  @Override
  public boolean hasUnknownTypes() {
    return columns.stream().anyMatch(SqliteColumn::isUnknown);
  }

  @Override
  public boolean read(RowChunks chunks) throws SQLException {
    try {
      ResultSet rows = result;
      boolean isFirst = rows == null;
      if (rows == null) {
        rows = statement.executeQuery();
        result = rows;
      }
      if (!rows.next()) {
        return false;
      }
      chunks.addOrRefuse(values(rows, isFirst), this::write);
      return true;
    } catch (SQLException e) {
      CustardException better = dog.reason();
      if (better != null) {
        throw better;
      }
      throw e;
    }
  }

  private @Nullable Object[] values(ResultSet rows, boolean isFirst) throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.getObject(i + 1);
    }
    if (isFirst) {
      List<SqliteColumn> seen = new ArrayList<>(values.length);
      for (int i = 0; i < values.length; i++) {
        seen.add(columns.get(i).seen(values[i]));
      }
      columns = seen;
    }
    return values;
  }

  private void write(@Nullable Object[] values, JsonBuffer out) {
    for (int i = 0; i < values.length; i++) {
      out.cell();
      columns.get(i).write(values[i], out);
    }
  }

  @Override
  public void interrupt() {
    dog.interrupt();
  }

  @Override
  public void close() {
    try {
      handle.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a handle that only reads could not be closed", e);
    }
  }
}

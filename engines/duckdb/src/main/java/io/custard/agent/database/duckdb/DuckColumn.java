package io.custard.agent.database.duckdb;

import io.custard.protocol.ResultColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column and how its values are taken from the driver without a loss. */
record DuckColumn(ResultColumn described, Source source) {

  /** The driver's classes for times are wrong before 1970; the number behind them is right. */
  private enum Source {
    MICROSECONDS,
    MICROSECONDS_UTC,
    MILLISECONDS,
    NANOSECONDS,
    ANY
  }

  static List<DuckColumn> of(ResultSetMetaData result) throws SQLException {
    List<DuckColumn> columns = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      String type = result.getColumnTypeName(i);
      columns.add(
          new DuckColumn(
              new ResultColumn(result.getColumnName(i), DuckTypes.of(type)), source(type)));
    }
    return List.copyOf(columns);
  }

  private static Source source(String type) {
    return switch (type) {
      case "TIMESTAMP" -> Source.MICROSECONDS;
      case "TIMESTAMP WITH TIME ZONE" -> Source.MICROSECONDS_UTC;
      case "TIMESTAMP_S", "TIMESTAMP_MS" -> Source.MILLISECONDS;
      case "TIMESTAMP_NS" -> Source.NANOSECONDS;
      default -> Source.ANY;
    };
  }

  /** The value in the current row, with lists, structs and bytes as plain Java has them. */
  @Nullable Object read(ResultSet rows, int index) throws SQLException {
    return switch (source) {
      case MICROSECONDS -> microseconds(rows, index);
      case MICROSECONDS_UTC -> {
        LocalDateTime time = microseconds(rows, index);
        yield time == null ? null : time.atOffset(ZoneOffset.UTC);
      }
      case MILLISECONDS -> rows.getObject(index, LocalDateTime.class);
      case NANOSECONDS -> {
        LocalDateTime time = rows.getObject(index, LocalDateTime.class);
        yield time == null ? null : DuckTimes.repaired(time);
      }
      case ANY -> NestedValues.plain(rows.getObject(index));
    };
  }

  private static @Nullable LocalDateTime microseconds(ResultSet rows, int index)
      throws SQLException {
    long since1970 = rows.getLong(index);
    return rows.wasNull() ? null : DuckTimes.ofMicroseconds(since1970);
  }
}

package io.custard.agent.database.duckdb;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/**
 * Takes the driver's nested values apart: lists become {@link List}, structs and maps {@link Map}.
 */
final class NestedValues {
  private NestedValues() {}

  static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case Array list -> list((Object[]) list.getArray());
      case DuckDBStruct struct -> map(struct.getMap());
      case Map<?, ?> map -> map(map);
      case Timestamp time -> DuckTimes.repaired(time.toLocalDateTime());
      case OffsetDateTime time -> DuckTimes.repaired(time);
      case Blob bytes -> bytes.getBytes(1, (int) bytes.length());
      case null, default -> value;
    };
  }

  private static List<@Nullable Object> list(@Nullable Object[] items) throws SQLException {
    List<@Nullable Object> plain = new ArrayList<>(items.length);
    for (Object item : items) {
      plain.add(plain(item));
    }
    return plain;
  }

  private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> entries)
      throws SQLException {
    Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      plain.put(plain(entry.getKey()), plain(entry.getValue()));
    }
    return plain;
  }
}

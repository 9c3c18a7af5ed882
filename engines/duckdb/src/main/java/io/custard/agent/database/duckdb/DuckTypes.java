package io.custard.agent.database.duckdb;

import io.custard.protocol.ColumnType;

/** From DuckDB's type names to the protocol's closed set. */
final class DuckTypes {
  private DuckTypes() {}

  static ColumnType of(String name) {
    if (name.endsWith("]")) {
      return ColumnType.ARRAY;
    }
    int parenthesis = name.indexOf('(');
    return switch (parenthesis < 0 ? name : name.substring(0, parenthesis)) {
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> ColumnType.INTEGER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> ColumnType.INTEGER;
      case "VARINT", "BIGNUM" -> ColumnType.INTEGER;
      case "DECIMAL" -> ColumnType.DECIMAL;
      case "FLOAT", "DOUBLE" -> ColumnType.FLOAT;
      case "VARCHAR", "ENUM" -> ColumnType.TEXT;
      case "BLOB" -> ColumnType.BYTES;
      case "DATE" -> ColumnType.DATE;
      case "TIME", "TIME WITH TIME ZONE" -> ColumnType.TIME;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE" -> ColumnType.TIMESTAMPTZ;
      case "INTERVAL" -> ColumnType.INTERVAL;
      case "UUID" -> ColumnType.UUID;
      case "JSON", "STRUCT", "MAP" -> ColumnType.JSON;
      default -> ColumnType.OTHER;
    };
  }
}

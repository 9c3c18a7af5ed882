package io.custard.agent.database.mysql;

import io.custard.protocol.ColumnType;
import java.util.Locale;

/** What the types of {@code information_schema} are for Custard. */
final class NativeTypes {
  private NativeTypes() {}

  static ColumnType of(String dataType, String columnType) {
    return switch (dataType.toLowerCase(Locale.ROOT)) {
      case "tinyint", "smallint", "mediumint", "int", "integer", "bigint", "year" ->
          ColumnType.INTEGER;
      case "decimal", "numeric" -> ColumnType.DECIMAL;
      case "float", "double" -> ColumnType.FLOAT;
      case "bit" -> columnType.equals("bit(1)") ? ColumnType.BOOLEAN : ColumnType.OTHER;
      case "date" -> ColumnType.DATE;
      case "time" -> ColumnType.TIME;
      case "datetime", "timestamp" -> ColumnType.TIMESTAMP;
      case "json" -> ColumnType.JSON;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> ColumnType.BYTES;
      case "char",
          "varchar",
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "enum",
          "set",
          "uuid",
          "inet4",
          "inet6" ->
          ColumnType.TEXT;
      default -> ColumnType.OTHER;
    };
  }
}

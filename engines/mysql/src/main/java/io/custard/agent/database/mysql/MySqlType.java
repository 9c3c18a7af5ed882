package io.custard.agent.database.mysql;

import io.custard.protocol.ColumnType;

/** What a column of a result is for Custard, and how its values are written. */
record MySqlType(ColumnType type, CellEncoder cell) {
  private static final MySqlType TEXT = new MySqlType(ColumnType.TEXT, Cells::string);

  /** By the protocol's numbers of types. */
  static MySqlType of(Described column) {
    return switch (column.type()) {
      case 0, 246 -> new MySqlType(ColumnType.DECIMAL, Cells::decimal);
      case 1 -> integer(column, Cells::tiny, Cells::tinyUnsigned);
      case 2 -> integer(column, Cells::small, Cells::smallUnsigned);
      case 3, 9 -> integer(column, Cells::integer, Cells::integerUnsigned);
      case 8 -> integer(column, Cells::big, Cells::bigUnsigned);
      case 13 -> new MySqlType(ColumnType.INTEGER, Cells::smallUnsigned);
      case 4 -> new MySqlType(ColumnType.FLOAT, Cells::real);
      case 5 -> new MySqlType(ColumnType.FLOAT, Cells::doublePrecision);
      case 6 -> new MySqlType(ColumnType.TEXT, Cells::nothing);
      case 10, 14 -> new MySqlType(ColumnType.DATE, DateTimeCells::date);
      case 7, 12 -> new MySqlType(ColumnType.TIMESTAMP, DateTimeCells.dateTime(column.decimals()));
      case 11 -> new MySqlType(ColumnType.TIME, DateTimeCells.time(column.decimals()));
      case 16 -> bits((int) column.length());
      case 245 -> new MySqlType(ColumnType.JSON, Cells::json);
      case 255 -> new MySqlType(ColumnType.OTHER, Cells::hexadecimal);
      default -> column.isBinary() ? new MySqlType(ColumnType.BYTES, Cells::base64) : TEXT;
    };
  }

  private static MySqlType integer(Described column, CellEncoder signed, CellEncoder unsigned) {
    return new MySqlType(ColumnType.INTEGER, column.isUnsigned() ? unsigned : signed);
  }

  private static MySqlType bits(int count) {
    return count == 1
        ? new MySqlType(ColumnType.BOOLEAN, Cells::truth)
        : new MySqlType(ColumnType.OTHER, Cells.bits(count));
  }
}

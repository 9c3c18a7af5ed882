package io.custard.agent.database.postgresql;

import io.custard.protocol.ColumnType;

/** What a type of PostgreSQL is for Custard, and how its values are written. */
record PgType(ColumnType type, CellEncoder cell) {
  static final PgType TEXT = new PgType(ColumnType.TEXT, Cells::string);
  static final PgType OTHER = new PgType(ColumnType.OTHER, Cells::string);

  static PgType arrayOf(PgType element, char delimiter) {
    return new PgType(ColumnType.ARRAY, new ArrayCells(element.cell(), delimiter));
  }
}

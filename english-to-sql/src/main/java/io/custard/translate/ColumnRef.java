package io.custard.translate;

import java.util.Objects;

/** A column by its full name. */
public record ColumnRef(String schema, String table, String column) {
  public ColumnRef {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }
}

package io.custard.translate;

import java.util.List;
import java.util.Objects;

/** Columns of a table that point at the columns of another. */
public record ForeignKey(
    List<String> columns,
    String referencedSchema,
    String referencedTable,
    List<String> referencedColumns) {
  public ForeignKey {
    columns = List.copyOf(columns);
    Objects.requireNonNull(referencedSchema, "referencedSchema");
    Objects.requireNonNull(referencedTable, "referencedTable");
    referencedColumns = List.copyOf(referencedColumns);
  }
}

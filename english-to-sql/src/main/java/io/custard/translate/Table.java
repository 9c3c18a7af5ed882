package io.custard.translate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table or view.
 *
 * @param rowEstimate about how many rows it holds, -1 when unknown
 */
public record Table(
    String schema,
    String name,
    boolean view,
    @Nullable String comment,
    long rowEstimate,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {
  public Table {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }
}

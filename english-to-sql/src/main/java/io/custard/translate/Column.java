package io.custard.translate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of a table. */
public record Column(String name, ColumnType type, boolean nullable, @Nullable String comment) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}

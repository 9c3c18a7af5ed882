package io.custard.protocol;

import java.util.Objects;

/** One column of a result, in the order of the row's cells. */
public record ResultColumn(String name, ColumnType type) {
  public ResultColumn {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }
}

package io.custard.translate;

import java.util.Objects;

/** A probed text that a column holds, with the value as it is stored. */
public record ValueHit(String text, ColumnRef column, String storedValue) {
  public ValueHit {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(storedValue, "storedValue");
  }
}

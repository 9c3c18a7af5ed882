package io.custard.translate;

import java.util.List;
import java.util.Objects;

/** Words of a question that may be a stored value, and the columns that may hold it. */
public record ValueProbe(String text, List<ColumnRef> columns) {
  public ValueProbe {
    Objects.requireNonNull(text, "text");
    columns = List.copyOf(columns);
  }
}

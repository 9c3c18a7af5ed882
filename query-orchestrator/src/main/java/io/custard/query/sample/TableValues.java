package io.custard.query.sample;

import java.util.List;
import java.util.Map;

/**
 * What was sampled of one table.
 *
 * @param byColumn a few values of each column that has few
 * @param shaped whether the agent showed the values' shape only
 * @param known false: it could not be found out
 */
record TableValues(Map<String, List<String>> byColumn, boolean shaped, boolean known) {
  /** Nothing, as nobody could say. */
  static final TableValues NONE = new TableValues(Map.of(), false, false);

  TableValues {
    byColumn = Map.copyOf(byColumn);
  }

  boolean isEmpty() {
    return byColumn.isEmpty();
  }

  List<String> of(String column) {
    return byColumn.getOrDefault(column, List.of());
  }

  /** About what it takes in a prompt. */
  int characters() {
    return byColumn.values().stream()
        .mapToInt(values -> 12 + values.stream().mapToInt(value -> value.length() + 4).sum())
        .sum();
  }

  /** Leaves the values out. */
  @Override
  public String toString() {
    return "TableValues[" + byColumn.size() + "]";
  }
}

package io.custard.query.chart;

import io.custard.query.result.StatementResult;
import io.custard.query.result.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules need to know of a result: its columns and whether its dimensions tell its rows
 * apart. It looks at the first 5,000 rows, and at no row of a result with more than 20 columns.
 *
 * @param rows how many the result has
 * @param read how many of them were looked at
 * @param truncated whether the database had more than the result
 * @param apart whether no two rows have the same dimensions
 */
record ResultShape(
    List<ColumnShape> columns, int rows, int read, boolean truncated, boolean apart) {
  static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 20;

  ResultShape {
    columns = List.copyOf(columns);
  }

  static ResultShape of(StatementResult result) {
    int all = result.rows().count();
    boolean truncated = result.truncation() != null;
    if (result.columns().size() > MOST_COLUMNS) {
      return new ResultShape(List.of(), all, 0, truncated, false);
    }
    List<List<Value>> rows = result.rows().first(MOST_ROWS);
    List<ColumnShape> columns = new ArrayList<>();
    for (int i = 0; i < result.columns().size(); i++) {
      int index = i;
      List<Value> values = rows.stream().map(row -> row.get(index)).toList();
      columns.add(new ColumnReading(result.columns().get(i), values).shape(i));
    }
    return new ResultShape(columns, all, rows.size(), truncated, apart(columns, rows));
  }

  private static boolean apart(List<ColumnShape> columns, List<List<Value>> rows) {
    List<ColumnShape> dimensions = dimensions(columns);
    Set<List<Value>> seen = new HashSet<>();
    return rows.stream()
        .map(row -> dimensions.stream().map(column -> row.get(column.index())).toList())
        .allMatch(seen::add);
  }

  /** Whether the chart leaves out rows of the result, or the result those of the database. */
  boolean partial() {
    return truncated || read < rows;
  }

  List<ColumnShape> measures() {
    return columns.stream().filter(column -> column.role() == Role.MEASURE).toList();
  }

  /** What names the rows; ids only when there is nothing else. */
  List<ColumnShape> dimensions() {
    return dimensions(columns);
  }

  private static List<ColumnShape> dimensions(List<ColumnShape> columns) {
    List<ColumnShape> all = columns.stream().filter(column -> column.role().isDimension()).toList();
    List<ColumnShape> names = all.stream().filter(column -> column.role() != Role.LABEL).toList();
    return names.isEmpty() ? all : names;
  }
}

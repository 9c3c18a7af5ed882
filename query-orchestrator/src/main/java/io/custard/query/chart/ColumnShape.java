package io.custard.query.chart;

import io.custard.protocol.ResultColumn;
import io.custard.query.result.ColumnName;

/** What the rules need to know of a column. */
record ColumnShape(int index, ResultColumn column, Role role, Spread spread) {

  /**
   * How its values are spread.
   *
   * @param distinct different values, nulls among them as one
   * @param lowest of numbers; 0 for other columns
   * @param highest likewise
   * @param longest length of the longest text
   */
  record Spread(int distinct, int nulls, double lowest, double highest, int longest) {
    boolean negative() {
      return lowest < 0;
    }

    double magnitude() {
      return Math.max(Math.abs(lowest), Math.abs(highest));
    }
  }

  int distinct() {
    return spread.distinct();
  }

  /** Whether a sum of its values means something and can be shown as an area. */
  boolean stacks() {
    return !spread.negative() && ColumnName.of(column.name()).additive();
  }

  /** Name of the field in the data. A position, since a name could be an expression. */
  String field() {
    return field(index);
  }

  static String field(int index) {
    return "c" + index;
  }

  String title() {
    return ChartText.title(column.name(), index);
  }
}

package io.custard.query.chart;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.query.chart.ColumnShape.Spread;
import io.custard.query.result.ColumnName;
import io.custard.query.result.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds out what a column can be in a chart from its type, its name and its values. */
record ColumnReading(ResultColumn column, List<Value> values) {
  private static final Pattern PERIOD =
      Pattern.compile("\\d{4}(?:-(?:\\d{2}|Q[1-4]|W\\d{2})(?:-\\d{2})?)?");
  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(?::00(?:\\.0+)?)?Z?$");

  ColumnShape shape(int index) {
    return new ColumnShape(index, column, role(), spread());
  }

  private Role role() {
    if (values.stream().allMatch(Value.None.class::isInstance)) {
      return Role.NONE;
    }
    return switch (column.type()) {
      case INTEGER, DECIMAL, FLOAT -> numbers();
      case DATE, TIMESTAMP, TIMESTAMPTZ -> every(this::isDate) ? days() : Role.NONE;
      case TIME -> hasNulls() ? Role.CATEGORY : Role.PERIOD;
      case TEXT -> every(ColumnReading::isPeriod) ? Role.PERIOD : Role.CATEGORY;
      case BOOLEAN -> Role.CATEGORY;
      case UUID -> Role.LABEL;
      case INTERVAL, JSON, BYTES, ARRAY, OTHER -> Role.NONE;
    };
  }

  /** NaN, the infinities and what a browser's numbers cannot hold leave no honest axis. */
  private Role numbers() {
    boolean drawable = every(value -> value instanceof Value.None || isFinite(value));
    if (!drawable) {
      return Role.NONE;
    }
    return switch (ColumnName.of(column.name()).meaning()) {
      case QUANTITY -> Role.MEASURE;
      case PERIOD -> hasNulls() ? Role.CATEGORY : Role.PERIOD;
      case LABEL -> Role.LABEL;
    };
  }

  private Role days() {
    boolean whole =
        column.type() == ColumnType.DATE
            || every(value -> value instanceof Value.Text at && MIDNIGHT.matcher(at.text()).find());
    return whole ? Role.DAY : Role.TIME;
  }

  private boolean every(Predicate<Value> holds) {
    return values.stream().allMatch(holds);
  }

  private boolean hasNulls() {
    return values.stream().anyMatch(Value.None.class::isInstance);
  }

  private static boolean isFinite(Value value) {
    return value instanceof Value.Figure figure && Double.isFinite(figure.number().doubleValue());
  }

  private static boolean isPeriod(Value value) {
    return value instanceof Value.Text text && PERIOD.matcher(text.text()).matches();
  }

  /** Whether a browser reads it as the same date: it knows no infinity, and few years. */
  private boolean isDate(Value value) {
    try {
      return value instanceof Value.Text text && isCommon(year(text.text()));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private int year(String iso) {
    return switch (column.type()) {
      case DATE -> LocalDate.parse(iso).getYear();
      case TIMESTAMP -> LocalDateTime.parse(iso).getYear();
      default -> OffsetDateTime.parse(iso).get(ChronoField.YEAR);
    };
  }

  private static boolean isCommon(int year) {
    return year >= 1 && year <= 9_999;
  }

  private Spread spread() {
    DoubleSummaryStatistics numbers =
        values.stream()
            .filter(ColumnReading::isFinite)
            .mapToDouble(value -> ((Value.Figure) value).number().doubleValue())
            .summaryStatistics();
    boolean any = numbers.getCount() > 0;
    return new Spread(
        new HashSet<>(values).size(),
        (int) values.stream().filter(Value.None.class::isInstance).count(),
        any ? numbers.getMin() : 0,
        any ? numbers.getMax() : 0,
        values.stream().mapToInt(ColumnReading::length).max().orElse(0));
  }

  private static int length(Value value) {
    return value instanceof Value.Text text ? text.text().length() : 0;
  }
}

package io.custard.query.chart;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which column goes where in a chart. */
sealed interface Axes {
  record One(ColumnShape measure) implements Axes {}

  record Two(ColumnShape across, ColumnShape up) implements Axes {}

  /** One number for each pair: the second dimension has a colour for each value. */
  record Split(ColumnShape across, ColumnShape series, ColumnShape up) implements Axes {}

  /** Several numbers of like size on one axis: each column has a colour. */
  record Several(ColumnShape across, List<ColumnShape> ups) implements Axes {
    public Several {
      ups = List.copyOf(ups);
    }
  }

  /** One point for each row, and what the points are called. */
  record Points(ColumnShape across, ColumnShape up, @Nullable ColumnShape name) implements Axes {}

  /** The columns that are drawn. */
  default List<ColumnShape> columns() {
    return switch (this) {
      case One(var measure) -> List.of(measure);
      case Two(var across, var up) -> List.of(across, up);
      case Split(var across, var series, var up) -> List.of(across, series, up);
      case Several(var across, var ups) -> Stream.concat(Stream.of(across), ups.stream()).toList();
      case Points(var across, var up, var name) ->
          name == null ? List.of(across, up) : List.of(name, across, up);
    };
  }
}

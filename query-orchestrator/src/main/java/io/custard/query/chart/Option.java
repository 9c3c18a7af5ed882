package io.custard.query.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form that is valid for a result, what goes where, and why it is one. */
record Option(ChartForm form, Axes axes, String reason) {
  static Optional<Option> when(boolean valid, ChartForm form, Axes axes, String reason) {
    return valid ? Optional.of(new Option(form, axes, reason)) : Optional.empty();
  }

  /** Those that are valid, in this order. */
  static List<Option> valid(Stream<Optional<Option>> inOrder) {
    return inOrder.flatMap(Optional::stream).toList();
  }
}

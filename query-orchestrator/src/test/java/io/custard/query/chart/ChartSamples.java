package io.custard.query.chart;

import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results for tests of charts. */
final class ChartSamples {
  private ChartSamples() {}

  static StatementResult result(String columns, String rows) {
    return ResultSamples.of(ResultSamples.columns(columns), rows);
  }

  /** So many rows; each place in the pattern is the row's number, from 1. */
  static String rows(int count, String pattern) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            row -> "[" + pattern.replace("%d", "" + row).replace("%02d", twoDigits(row)) + "]")
        .collect(Collectors.joining(","));
  }

  /** A row for each pair of two numbers; a third place is their sum. */
  static String pairs(int first, int second, String pattern) {
    return IntStream.rangeClosed(1, first)
        .boxed()
        .flatMap(one ->
            IntStream.rangeClosed(1, second)
                .mapToObj(two -> "[" + pattern.formatted(one, two, one + two) + "]"))
        .collect(Collectors.joining(","));
  }

  private static String twoDigits(int number) {
    return String.format("%02d", number);
  }
}

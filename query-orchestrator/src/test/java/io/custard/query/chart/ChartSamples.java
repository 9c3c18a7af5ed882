package io.custard.query.chart;

import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results for tests of charts. */
final class ChartSamples {
  private static final Pattern MANY =
      Pattern.compile("(\\d+) x (?:(\\d+) x )?\\[(.*?)](?=$|,\\[)(.*)");

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

  /** As the table of rules writes them: {@code 5 x [%d]}, {@code 4 x 3 x [%d,%d,%d]}, or rows. */
  static String written(String rows) {
    Matcher many = MANY.matcher(rows);
    if (!many.matches()) {
      return rows;
    }
    int count = Integer.parseInt(many.group(1));
    String made =
        many.group(2) == null
            ? rows(count, many.group(3))
            : pairs(count, Integer.parseInt(many.group(2)), many.group(3));
    return made + many.group(4);
  }
}

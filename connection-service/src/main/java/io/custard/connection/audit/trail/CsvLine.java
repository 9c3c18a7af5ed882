package io.custard.connection.audit.trail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front, as names and details are written by people: what begins with {@code = + - @}, a tab or a
 * line break.
 */
final class CsvLine {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String SPECIAL = "\",\r\n";

  private CsvLine() {}

  static String of(List<@Nullable String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String harmless = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = harmless.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}

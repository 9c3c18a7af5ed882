package io.custard.conversation.change;

import java.util.Locale;
import java.util.Optional;

/** A form an answer is drawn in. */
public enum ChartForm {
  TABLE,
  BAR,
  LINE,
  AREA,
  PIE,
  SCATTER,
  HISTOGRAM;

  /** The form of a word, such as {@code column} for bars. */
  public static Optional<ChartForm> of(String word) {
    return Optional.ofNullable(
        switch (word.toLowerCase(Locale.ROOT)) {
          case "table", "list", "grid" -> TABLE;
          case "bar", "bars", "column", "columns" -> BAR;
          case "line", "lines" -> LINE;
          case "area" -> AREA;
          case "pie", "donut", "doughnut" -> PIE;
          case "scatter", "points", "dots", "scatterplot" -> SCATTER;
          case "histogram" -> HISTOGRAM;
          default -> null;
        });
  }
}

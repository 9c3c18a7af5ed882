package io.custard.query.chart;

import io.custard.query.answer.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a chart. */
final class ChartText {
  private static final int LONGEST = 60;
  private static final int MANY_BARS = 30;

  private ChartText() {}

  /**
   * The name as words, beginning with a capital. Renderers write titles into expressions, markup
   * and keys of objects, and do so with care; without quotation marks, brackets and backslashes
   * nothing depends on it. The capital matters too: a tooltip takes the key {@code image} for a
   * picture to load.
   */
  static String title(String name, int index) {
    String words =
        PlainText.cut(name, LONGEST)
            .replace('_', ' ')
            .replace('"', '”')
            .replace('\'', '’')
            .replace('`', '’')
            .replace('\\', '/')
            .replace('<', '‹')
            .replace('>', '›')
            .strip();
    if (words.isEmpty()) {
      return "Column " + (index + 1);
    }
    int first = words.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + words.substring(Character.charCount(first));
  }

  /** What a screen reader says of the chart. */
  static String description(Option option, ResultShape shape) {
    String columns =
        option.axes().columns().stream().map(ColumnShape::title).collect(Collectors.joining(", "));
    return option.form().title() + " of " + columns + "; rows: " + shape.read() + ".";
  }

  /** What has to be said beside the chart so that it does not mislead. */
  static @Nullable String note(Option option, ResultShape shape) {
    List<String> sentences = new ArrayList<>();
    if (shape.partial()) {
      sentences.add("Drawn from the first " + shape.read() + " rows; there are more.");
    }
    if (option.form() == ChartForm.HORIZONTAL_BAR && shape.read() > MANY_BARS) {
      sentences.add("All " + shape.read() + " rows are drawn.");
    }
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }
}

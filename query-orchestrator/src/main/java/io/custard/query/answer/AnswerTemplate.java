package io.custard.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with references where figures belong: <code>{row_count}</code>, <code>{rows[0][1]}
 * </code>, and from the end <code>{rows[-1][1]}</code>. Whatever else stands in braces is words.
 */
public record AnswerTemplate(List<Part> parts) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\{(?:row_count|rows\\[(-?\\d{1,5})]\\[(\\d{1,4})])}");

  /** A piece of the sentence. */
  public sealed interface Part {}

  public record Words(String text) implements Part {}

  /** The cell of this row and column, both from 0; rows below 0 are counted from the end. */
  public record Cell(int row, int column) implements Part {}

  /** How many rows the result has. */
  public record RowCount() implements Part {}

  public AnswerTemplate {
    parts = List.copyOf(parts);
  }

  /** Reads a sentence that our own code wrote. */
  public static AnswerTemplate parse(String sentence) {
    List<Part> parts = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(sentence);
    int end = 0;
    while (reference.find()) {
      addWords(sentence.substring(end, reference.start()), parts);
      parts.add(part(reference));
      end = reference.end();
    }
    addWords(sentence.substring(end), parts);
    return new AnswerTemplate(parts);
  }

  private static void addWords(String words, List<Part> parts) {
    if (!words.isEmpty()) {
      parts.add(new Words(words));
    }
  }

  private static Part part(Matcher reference) {
    return reference.group(1) == null
        ? new RowCount()
        : new Cell(Integer.parseInt(reference.group(1)), Integer.parseInt(reference.group(2)));
  }

  /** All cells it refers to. */
  List<Cell> cells() {
    return parts.stream().filter(Cell.class::isInstance).map(Cell.class::cast).toList();
  }
}

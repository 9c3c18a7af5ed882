package io.custard.query.answer;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Text of a database made harmless within a line: control characters become spaces, and what turns
 * the direction of text or cannot be seen is left out. The two joiners stay, because Persian words
 * and family emoji need them.
 */
public final class PlainText {
  private static final String ELLIPSIS = "…";

  /** Units of text looked at for each character shown; what a person reads as one has fewer. */
  private static final int UNITS_EACH = 8;

  private PlainText() {}

  /** All of it. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, plain));
    return plain.toString();
  }

  /** Its start, at most so many characters as people count them, and an ellipsis for the rest. */
  public static String cut(String text, int most) {
    int looked = Math.min(text.length(), most * UNITS_EACH);
    String start = of(text.substring(0, looked));
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(start);
    int end = characters.next(most);
    boolean all = looked == text.length() && (end == BreakIterator.DONE || end == start.length());
    return all ? start : start.substring(0, shown(end, start)).stripTrailing() + ELLIPSIS;
  }

  private static int shown(int end, String start) {
    return end == BreakIterator.DONE ? start.length() : end;
  }

  private static void append(int codePoint, StringBuilder plain) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          plain.append(' ');
      case Character.SURROGATE -> plain.append('\uFFFD');
      case Character.FORMAT -> {
        if (codePoint == 0x200C || codePoint == 0x200D) {
          plain.appendCodePoint(codePoint);
        }
      }
      default -> plain.appendCodePoint(codePoint);
    }
  }
}

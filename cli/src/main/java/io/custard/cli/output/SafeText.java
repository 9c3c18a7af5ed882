package io.custard.cli.output;

/**
 * Text from elsewhere, made harmless for a terminal: control characters, bidirectional overrides
 * and invisible format characters become visible escapes. The two joiners stay, because Persian
 * words and family emoji need them.
 */
public final class SafeText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private SafeText() {}

  /** One line: line breaks are escaped too. */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, safe));
    return safe.toString();
  }

  /** Several lines: line feeds stay. */
  static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(codePoint -> {
          if (codePoint == '\n') {
            safe.append('\n');
          } else {
            append(codePoint, safe);
          }
        });
    return safe.toString();
  }

  /** JSON text that means the same and holds no harmful character. */
  public static String json(String json) {
    StringBuilder safe = new StringBuilder(json.length());
    json.codePoints()
        .forEach(codePoint -> {
          if (isHarmful(codePoint)) {
            // Beyond ASCII JSON has only strings, where an escape is allowed.
            for (char unit : Character.toChars(codePoint)) {
              safe.append(String.format("\\u%04x", (int) unit));
            }
          } else {
            safe.appendCodePoint(codePoint);
          }
        });
    return safe.toString();
  }

  private static void append(int codePoint, StringBuilder safe) {
    switch (codePoint) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        if (isHarmful(codePoint)) {
          safe.append(String.format("\\u{%x}", codePoint));
        } else {
          safe.appendCodePoint(codePoint);
        }
      }
    }
  }

  private static boolean isHarmful(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }
}

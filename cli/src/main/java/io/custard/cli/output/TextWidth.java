package io.custard.cli.output;

/**
 * How many columns of a terminal a text takes: two for East Asian wide characters and emoji, none
 * for combining marks. Good enough to align a table; terminals differ about the rest.
 */
public final class TextWidth {
  private static final String ELLIPSIS = "…";

  /** Combining marks take no width, so width alone would not bound a text. */
  private static final int CODE_POINTS_PER_COLUMN = 4;

  private TextWidth() {}

  /** The columns of the text. */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || Character.isEmojiPresentation(codePoint)
        || within(codePoint, 0x1100, 0x115F) // Hangul Jamo, first consonants
        || within(codePoint, 0x2E80, 0x33FF) // radicals, Kana, enclosed letters
        || within(codePoint, 0xA000, 0xA4CF) // Yi
        || within(codePoint, 0xAC00, 0xD7A3) // Hangul syllables
        || within(codePoint, 0xFE30, 0xFE6F) // forms for vertical text
        || within(codePoint, 0xFF01, 0xFF60) // full-width forms
        || within(codePoint, 0xFFE0, 0xFFE6);
  }

  private static boolean within(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }

  /** The text itself, or its beginning and an ellipsis in at most this many columns. */
  static String shorten(String text, int columns) {
    int end = 0;
    int width = 0;
    int lastThatFits = 0;
    for (int seen = 0; end < text.length(); seen++) {
      int codePoint = text.codePointAt(end);
      width += of(codePoint);
      if (width > columns || seen >= columns * CODE_POINTS_PER_COLUMN) {
        return text.substring(0, lastThatFits) + ELLIPSIS;
      }
      end += Character.charCount(codePoint);
      if (width < columns) {
        lastThatFits = end;
      }
    }
    return text;
  }
}

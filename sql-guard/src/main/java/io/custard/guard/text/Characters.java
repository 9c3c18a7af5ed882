package io.custard.guard.text;

/** Character classes shared by the lexers; independent of the locale. */
public final class Characters {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Characters() {}

  /** Refuses what no honest statement contains anywhere: control characters, half characters. */
  public static void requirePlain(String sql) throws UnreadableText {
    int at = 0;
    while (at < sql.length()) {
      int c = sql.codePointAt(at);
      if (isForbidden(c)) {
        throw new UnreadableText(
            "The text contains a control character or half a character; remove it.", at);
      }
      at += Character.charCount(c);
    }
  }

  public static boolean isForbidden(int c) {
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return control || surrogate || c == BYTE_ORDER_MARK;
  }

  public static boolean startsName(String sql, int at) {
    int c = sql.codePointAt(at);
    return c < 0x80 ? isLetterAscii(c) || c == '_' : isWordOutsideAscii(c);
  }

  public static boolean continuesName(String sql, int at) {
    int c = sql.codePointAt(at);
    return c < 0x80 ? isLetterOrDigitAscii(c) || c == '_' || c == '$' : isWordOutsideAscii(c);
  }

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetterOrDigitAscii(int c) {
    return isLetterAscii(c) || isDigit(c);
  }

  /** Lower case for ASCII only: a server never folds look-alikes such as the Kelvin sign. */
  public static String foldAscii(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  private static boolean isLetterAscii(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWordOutsideAscii(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}

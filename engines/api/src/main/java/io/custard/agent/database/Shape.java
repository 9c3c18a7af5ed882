package io.custard.agent.database;

/**
 * The shape of a JSON value: in texts, keys of objects among them, {@code x} for a letter and for
 * whatever is beyond ASCII, {@code 9} for a digit, at most {@link #LONGEST} characters; outside of
 * texts {@code 9} for a digit. Punctuation, {@code null}, {@code true} and {@code false} stay. No
 * value grows by that, so it is done in place.
 */
final class Shape {
  /** Of a text so many characters are shown. */
  static final int LONGEST = 20;

  private final byte[] text;
  private final int end;
  private int at;
  private int to;

  private Shape(byte[] text, int from, int end) {
    this.text = text;
    this.end = end;
    this.at = from;
    this.to = from;
  }

  /** Returns where the value ends now. */
  static int inPlace(byte[] text, int from, int end) {
    Shape shape = new Shape(text, from, end);
    while (shape.at < end) {
      byte b = text[shape.at++];
      shape.put(isDigit(b) ? (byte) '9' : b);
      if (b == '"') {
        shape.rest();
      }
    }
    return shape.to;
  }

  /** Of a text, behind its opening quote. */
  private void rest() {
    int shown = 0;
    while (at < end && text[at] != '"') {
      byte first = text[at];
      byte shape = first == '\\' ? ofEscape(at + 1 < end ? text[at + 1] : 0) : of(first);
      at += length(first);
      if (shown++ < LONGEST) {
        put(shape);
      }
    }
    if (at < end) {
      at++;
      put((byte) '"');
    }
  }

  private void put(byte b) {
    text[to++] = b;
  }

  /** How many bytes the character takes that begins with this one. */
  private int length(byte first) {
    if (first == '\\') {
      return at + 1 < end && text[at + 1] == 'u' ? 6 : 2;
    }
    int bits = first & 0xFF;
    if (bits < 0xC0) {
      return 1;
    }
    return bits < 0xE0 ? 2 : bits < 0xF0 ? 3 : 4;
  }

  private static byte of(byte first) {
    if (isDigit(first)) {
      return '9';
    }
    int folded = first | 0x20;
    boolean isLetter = folded >= 'a' && folded <= 'z';
    return isLetter || first < 0 ? (byte) 'x' : first;
  }

  private static byte ofEscape(byte escaped) {
    return switch (escaped) {
      case 'n', 't', 'r' -> ' ';
      default -> 'x';
    };
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}

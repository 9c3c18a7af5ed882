package io.custard.agent.database;

/** Takes the escapes out of JSON strings. No text grows by that, so it is done in place. */
final class JsonEscapes {
  private static final int REPLACEMENT = 0xFFFD;

  private JsonEscapes() {}

  /**
   * Turns the rest of a string into the rest of a CSV field in quotes.
   *
   * @param from where its first escape stands; what comes before is good as it is
   * @param end where its closing quote stands
   * @return where the field ends, behind the closing quote
   */
  static int toQuotedField(byte[] text, int from, int end) {
    int to = from;
    int at = from;
    while (at < end) {
      byte b = text[at++];
      if (b != '\\') {
        text[to++] = b;
      } else if (text[at] == 'u') {
        int codePoint = codePoint(text, at + 1, end);
        at += codePoint > Character.MAX_VALUE ? 11 : 5;
        to = put(codePoint, text, to);
      } else {
        to = put(plain(text[at++]), text, to);
      }
    }
    text[to] = '"';
    return to + 1;
  }

  private static int plain(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }

  /** Of one escape, or of two that are a pair; half a pair alone is replaced. */
  private static int codePoint(byte[] text, int at, int end) {
    char first = (char) number(text, at);
    if (!Character.isSurrogate(first)) {
      return first;
    }
    boolean isFollowed = at + 10 <= end && text[at + 4] == '\\' && text[at + 5] == 'u';
    char second = isFollowed ? (char) number(text, at + 6) : 0;
    return Character.isSurrogatePair(first, second)
        ? Character.toCodePoint(first, second)
        : REPLACEMENT;
  }

  private static int number(byte[] text, int at) {
    int number = 0;
    for (int i = at; i < at + 4; i++) {
      number = number << 4 | Character.digit(text[i], 16);
    }
    return number;
  }

  /** Writes UTF-8; a quote twice. */
  private static int put(int codePoint, byte[] text, int at) {
    int to = at;
    if (codePoint < 0x80) {
      if (codePoint == '"') {
        text[to++] = '"';
      }
      text[to++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      text[to++] = (byte) (0xC0 | (codePoint >> 6));
      text[to++] = last(codePoint);
    } else if (codePoint < 0x10000) {
      text[to++] = (byte) (0xE0 | codePoint >> 12);
      text[to++] = last(codePoint >> 6);
      text[to++] = last(codePoint);
    } else {
      text[to++] = (byte) (0xF0 | codePoint >> 18);
      text[to++] = last(codePoint >> 12);
      text[to++] = last(codePoint >> 6);
      text[to++] = last(codePoint);
    }
    return to;
  }

  private static byte last(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}

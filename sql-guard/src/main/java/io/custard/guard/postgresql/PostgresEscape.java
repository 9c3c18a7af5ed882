package io.custard.guard.postgresql;

import io.custard.guard.text.UnreadableText;

/** The backslash escapes of {@code E'...'} literals. */
final class PostgresEscape {
  private PostgresEscape() {}

  /** Appends what the escape at {@code backslash} stands for; returns the index after it. */
  static int append(String sql, int backslash, StringBuilder value) throws UnreadableText {
    int at = backslash + 1;
    char c = at < sql.length() ? sql.charAt(at) : '\0';
    return switch (c) {
      case 'b' -> single(value, '\b', at);
      case 'f' -> single(value, '\f', at);
      case 'n' -> single(value, '\n', at);
      case 'r' -> single(value, '\r', at);
      case 't' -> single(value, '\t', at);
      case 'x' -> hexadecimal(sql, at, value);
      case 'u' -> codePoint(sql, at, 4, value);
      case 'U' -> codePoint(sql, at, 8, value);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(sql, at, value);
      case '\0' -> throw new UnreadableText("A literal ends in a backslash; close it.", backslash);
      default -> single(value, c, at);
    };
  }

  private static int single(StringBuilder value, char c, int at) {
    value.append(c);
    return at + 1;
  }

  private static int hexadecimal(String sql, int at, StringBuilder value) throws UnreadableText {
    int end = digits(sql, at + 1, 2, 16);
    if (end == at + 1) {
      return single(value, 'x', at);
    }
    return character(Integer.parseInt(sql, at + 1, end, 16), at, end, value);
  }

  private static int octal(String sql, int at, StringBuilder value) throws UnreadableText {
    int end = digits(sql, at, 3, 8);
    return character(Integer.parseInt(sql, at, end, 8), at, end, value);
  }

  // These escapes name bytes of the server's encoding; only ASCII is the same in all of them.
  private static int character(int code, int at, int end, StringBuilder value)
      throws UnreadableText {
    if (code == 0 || code > 0x7F) {
      throw new UnreadableText(
          "A byte escape outside ASCII is not read; write the character itself.", at);
    }
    value.append((char) code);
    return end;
  }

  private static int codePoint(String sql, int at, int length, StringBuilder value)
      throws UnreadableText {
    int end = digits(sql, at + 1, length, 16);
    long code = end - at - 1 == length ? Long.parseLong(sql, at + 1, end, 16) : -1;
    if (code <= 0 || code > Character.MAX_CODE_POINT) {
      throw new UnreadableText("A Unicode escape in a literal is not valid; correct it.", at);
    }
    value.appendCodePoint((int) code);
    return end;
  }

  private static int digits(String sql, int from, int most, int radix) {
    int end = from;
    while (end < sql.length()
        && end - from < most
        && sql.charAt(end) < 0x80
        && Character.digit(sql.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }
}

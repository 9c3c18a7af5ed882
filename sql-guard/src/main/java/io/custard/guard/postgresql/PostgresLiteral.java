package io.custard.guard.postgresql;

import io.custard.guard.text.Characters;
import io.custard.guard.text.UnreadableText;

/**
 * A literal that was read from PostgreSQL text.
 *
 * @param value the characters it stands for
 * @param end the index after its last character
 */
record PostgresLiteral(String value, int end) {
  private static final String UNCLOSED = "A literal is not closed; add the closing quote.";

  /** A literal in single quotes in which a backslash is an ordinary character. */
  static PostgresLiteral plain(String sql, int quote) throws UnreadableText {
    return quoted(sql, quote, false);
  }

  /** A literal written {@code E'...'}; {@code quote} is the index of the quote. */
  static PostgresLiteral escaped(String sql, int quote) throws UnreadableText {
    return quoted(sql, quote, true);
  }

  private static PostgresLiteral quoted(String sql, int quote, boolean escapes)
      throws UnreadableText {
    StringBuilder value = new StringBuilder();
    int at = quote + 1;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\\' && escapes) {
        at = PostgresEscape.append(sql, at, value);
      } else if (c != '\'') {
        value.append(c);
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
        value.append(c);
        at += 2;
      } else {
        int next = PostgresBlanks.continuation(sql, at + 1);
        if (next < 0) {
          return new PostgresLiteral(requirePlain(value, quote), at + 1);
        }
        at = next + 1;
      }
    }
    throw new UnreadableText(UNCLOSED, quote);
  }

  /** A literal written {@code $tag$...$tag$}. */
  static PostgresLiteral dollarQuoted(String sql, int dollar) throws UnreadableText {
    int at = dollar + 1;
    if (at < sql.length() && Characters.isDigit(sql.charAt(at))) {
      throw new UnreadableText("Parameters are not allowed; write the value itself.", dollar);
    }
    while (at < sql.length() && sql.charAt(at) != '$' && Characters.continuesName(sql, at)) {
      at += Character.charCount(sql.codePointAt(at));
    }
    if (at >= sql.length() || sql.charAt(at) != '$') {
      throw new UnreadableText("A dollar sign starts no literal here; remove it.", dollar);
    }
    String tag = sql.substring(dollar, at + 1);
    int close = sql.indexOf(tag, at + 1);
    if (close < 0) {
      throw new UnreadableText(UNCLOSED, dollar);
    }
    return new PostgresLiteral(sql.substring(at + 1, close), close + tag.length());
  }

  // Escapes could have built what is refused when written directly; the canonical text must not
  // hold anything that would be refused when it is judged again.
  private static String requirePlain(StringBuilder value, int quote) throws UnreadableText {
    String text = value.toString();
    if (text.codePoints().anyMatch(Characters::isForbidden)) {
      throw new UnreadableText(
          "A literal contains an escaped control character or half a character; remove it.", quote);
    }
    return text;
  }
}

package io.custard.guard.text;

/**
 * Text between quotes.
 *
 * @param value for a name what it stands for; for a literal what has to stand between single quotes
 * @param end the index after the closing quote
 */
record QuotedText(String value, int end) {
  /** A literal in single or double quotes; what it means does not change in single quotes. */
  static QuotedText literal(String sql, int open, boolean backslashEscapes) throws UnreadableText {
    char quote = sql.charAt(open);
    StringBuilder value = new StringBuilder();
    int at = open + 1;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\\' && backslashEscapes && at + 1 < sql.length()) {
        value.append(c).append(sql.charAt(at + 1));
        at += 2;
      } else if (c == quote) {
        if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
          return new QuotedText(value.toString(), at + 1);
        }
        value.append(quote == '\'' ? "''" : "\"");
        at += 2;
      } else {
        value.append(c == '\'' ? "''" : String.valueOf(c));
        at++;
      }
    }
    throw new UnreadableText("A literal is not closed; add the closing quote.", open);
  }

  /** A name that ends at {@code close}; a doubled one stands for itself. */
  static QuotedText name(String sql, int open, char close) throws UnreadableText {
    StringBuilder value = new StringBuilder();
    int at = open + 1;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\\' || c == '\n' || c == '\r') {
        throw new UnreadableText(
            "A name in quotes contains a backslash or a line end; rename it.", at);
      }
      if (c != close) {
        value.append(c);
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == close) {
        value.append(c);
        at += 2;
      } else if (value.isEmpty()) {
        throw new UnreadableText("A name in quotes is empty; give it a name.", open);
      } else {
        return new QuotedText(value.toString(), at + 1);
      }
    }
    throw new UnreadableText("A name in quotes is not closed; add the closing quote.", open);
  }

  /** A literal written {@code $tag$...$tag$}; its value is not escaped. */
  static QuotedText dollarQuoted(String sql, int dollar) throws UnreadableText {
    int at = dollar + 1;
    while (at < sql.length() && isTag(sql.charAt(at))) {
      at++;
    }
    boolean tag = at < sql.length() && sql.charAt(at) == '$';
    if (!tag || Characters.isDigit(sql.charAt(dollar + 1))) {
      throw new UnreadableText("A dollar sign starts no literal here; remove it.", dollar);
    }
    String mark = sql.substring(dollar, at + 1);
    int close = sql.indexOf(mark, at + 1);
    if (close < 0) {
      throw new UnreadableText("A literal is not closed; add its closing tag.", dollar);
    }
    return new QuotedText(sql.substring(at + 1, close), close + mark.length());
  }

  private static boolean isTag(char c) {
    return Characters.isLetterOrDigitAscii(c) || c == '_';
  }
}

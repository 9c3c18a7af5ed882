package io.custard.guard.postgresql;

import io.custard.guard.text.UnreadableText;

/** Blanks and comments of PostgreSQL: {@code --} to the end of the line, nesting block comments. */
final class PostgresBlanks {
  private PostgresBlanks() {}

  /** The index of the next character that is neither blank nor comment. */
  static int skip(String sql, int from) throws UnreadableText {
    int at = from;
    while (at < sql.length()) {
      if (isBlank(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        at = lineEnd(sql, at);
      } else if (sql.startsWith("/*", at)) {
        at = blockEnd(sql, at);
      } else {
        return at;
      }
    }
    return at;
  }

  /**
   * Where the literal that ended just before {@code from} goes on: the index of the opening quote
   * on a later line with only blanks and line comments between, or -1.
   */
  static int continuation(String sql, int from) {
    boolean newLine = false;
    int at = from;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (isBlank(c)) {
        newLine |= c == '\n' || c == '\r';
        at++;
      } else if (sql.startsWith("--", at)) {
        at = lineEnd(sql, at);
      } else {
        return newLine && c == '\'' ? at : -1;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static int lineEnd(String sql, int from) {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int blockEnd(String sql, int from) throws UnreadableText {
    int depth = 0;
    int at = from;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (at < sql.length()) {
        at++;
      } else {
        throw new UnreadableText("A block comment is not closed; add the closing mark.", from);
      }
    } while (depth > 0);
    return at;
  }
}

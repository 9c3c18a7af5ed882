package io.custard.guard.text;

import io.custard.guard.text.Lexicon.Trait;

/** Blanks and comments by a {@link Lexicon}. */
final class Blanks {
  private final Lexicon lexicon;
  private final String sql;

  Blanks(Lexicon lexicon, String sql) {
    this.lexicon = lexicon;
    this.sql = sql;
  }

  /** The index of the next character that is neither blank nor comment. */
  int skip(int from) throws UnreadableText {
    int at = from;
    while (at < sql.length()) {
      if (isBlank(at)) {
        at++;
      } else if (startsLineComment(at)) {
        at = lineEnd(at);
      } else if (sql.startsWith("/*", at)) {
        at = blockEnd(at);
      } else {
        return at;
      }
    }
    return at;
  }

  private boolean isBlank(int at) throws UnreadableText {
    char c = sql.charAt(at);
    if (c == '\r' && !(at + 1 < sql.length() && sql.charAt(at + 1) == '\n')) {
      throw loneReturn(at);
    }
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private boolean startsLineComment(int at) {
    if (sql.startsWith("--", at)) {
      return !lexicon.has(Trait.DASHES_NEED_BLANK)
          || at + 2 >= sql.length()
          || sql.charAt(at + 2) <= ' ';
    }
    return sql.charAt(at) == '#' && lexicon.has(Trait.HASH_COMMENTS);
  }

  private int lineEnd(int from) throws UnreadableText {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != '\n') {
      if (sql.charAt(at) == '\r') {
        isBlank(at);
      }
      at++;
    }
    return at;
  }

  private int blockEnd(int from) throws UnreadableText {
    if (lexicon.has(Trait.EXECUTABLE_COMMENTS)
        && (sql.startsWith("/*!", from) || sql.startsWith("/*M!", from))) {
      throw new UnreadableText("A comment that the server would run is not allowed.", from);
    }
    int depth = 1;
    int at = from + 2;
    while (depth > 0) {
      if (at >= sql.length()) {
        throw new UnreadableText("A block comment is not closed; add the closing mark.", from);
      }
      if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (lexicon.has(Trait.NESTED_COMMENTS) && sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
    return at;
  }

  // For some readers it ends a line and for others not.
  private static UnreadableText loneReturn(int at) {
    return new UnreadableText("A carriage return stands without a line feed; remove it.", at);
  }
}

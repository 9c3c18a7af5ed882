package io.custard.agent.database.sqlite;

/**
 * How deep a text nests its parentheses, as SQLite reads it. SQLite limits the depth of expressions
 * but not that of subqueries in FROM, and overflows its stack there, which ends the process.
 */
final class Nesting {
  private final String text;
  private int at;

  private Nesting(String text) {
    this.text = text;
  }

  static int of(String text) {
    return new Nesting(text).deepest();
  }

  private int deepest() {
    int depth = 0;
    int deepest = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '(' -> deepest = Math.max(deepest, ++depth);
        case ')' -> depth--;
        case '\'', '"', '`' -> skipPast(c);
        case '[' -> skipPast(']');
        case '-' -> {
          if (isNext('-')) {
            skipPast('\n');
          }
        }
        case '/' -> {
          if (isNext('*')) {
            skipComment();
          }
        }
        default -> {
          // nothing that nests or quotes
        }
      }
    }
    return deepest;
  }

  private boolean isNext(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** A doubled quote looks like two texts side by side, which nest as little. */
  private void skipPast(char end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + 1;
  }

  /** The star that opens it closes nothing. */
  private void skipComment() {
    int found = text.indexOf("*/", at + 1);
    at = found < 0 ? text.length() : found + 2;
  }
}

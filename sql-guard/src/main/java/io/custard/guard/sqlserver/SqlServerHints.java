package io.custard.guard.sqlserver;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.Set;

/**
 * Table hints and query hints that change how a read runs, not what it locks or writes, from {@code
 * hints.txt}.
 */
final class SqlServerHints {
  private static final WordLists LISTS = WordLists.load("sqlserver/hints.txt");
  private static final Set<String> TABLE = LISTS.section("table");
  private static final Set<String> LOCKS = LISTS.section("lock");
  // The words of a hint joined by underscores, literals and numbers as s and n.
  private static final Set<String> QUERY = LISTS.section("query");
  private static final Set<String> NOT_FROM =
      Set.of("select", "where", "by", "having", "over", "top", "values");
  private static final int MOST_RECURSION = 32_767;

  private SqlServerHints() {}

  /** A hint that locks, changes the isolation, or is for writing. */
  static boolean isLock(Token token) {
    return token.isNamed() && LOCKS.contains(SqlServerLexer.plain(token.name()));
  }

  /** Whether the parentheses hold nothing but hints, behind a table: {@code FROM t (NOLOCK)}. */
  static boolean followTable(Statement statement, int open) {
    return areTableHints(statement, open) && isTable(statement, open - 1);
  }

  /** Whether the parentheses hold table hints and nothing else. */
  static boolean areTableHints(Statement statement, int open) {
    int close = statement.partner(open);
    int at = open + 1;
    boolean any = false;
    while (at < close) {
      Token token = statement.at(at);
      if (token.kind() == TokenKind.WORD && TABLE.contains(token.name())) {
        at = argumentsEnd(statement, at + 1);
        any = true;
      } else if (token.isMark(",")) {
        at++;
      } else {
        return false;
      }
    }
    return any && at == close;
  }

  // INDEX (a, b), INDEX = a, INDEX = (a), FORCESEEK (a (b, c)), SPATIAL_WINDOW_MAX_CELLS = 1
  private static int argumentsEnd(Statement statement, int from) {
    String hint = statement.at(from - 1).name();
    int at = from;
    if (statement.at(at).isMark("=")) {
      at++;
      if (!statement.at(at).isMark("(")) {
        return isNameOrNumber(statement.at(at)) ? at + 1 : Integer.MAX_VALUE;
      }
    }
    boolean takesNames = hint.equals("index") || hint.equals("forceseek");
    if (!statement.at(at).isMark("(") || !takesNames) {
      return at;
    }
    int close = statement.partner(at);
    for (int i = at + 1; i < close; i++) {
      Token token = statement.at(i);
      boolean nested = hint.equals("forceseek") && (token.isMark("(") || token.isMark(")"));
      boolean mark = token.isMark(",") || nested;
      if (!mark && !isNameOrNumber(token)) {
        return Integer.MAX_VALUE;
      }
    }
    return close + 1;
  }

  private static boolean isNameOrNumber(Token token) {
    return token.isNamed() || token.kind() == TokenKind.NUMBER;
  }

  // Only where a table can stand: elsewhere it would be a call with a column as its argument.
  private static boolean isTable(Statement statement, int at) {
    Token token = statement.at(at);
    if (!token.isNamed() || SqlServerWords.isKeyword(statement, at)) {
      return false;
    }
    int start = statement.chainStart(at);
    Token before = statement.at(start - 1);
    boolean alias =
        before.isWord("as")
            || (before.isNamed() && !SqlServerWords.isKeyword(statement, start - 1))
            || before.isMark(")");
    return alias
        || before.isWord("join")
        || isFrom(statement, start - 1)
        || (before.isMark(",") && isInFromList(statement, start - 1));
  }

  private static boolean isFrom(Statement statement, int at) {
    return statement.at(at).isWord("from") && !statement.at(at - 1).isWord("distinct");
  }

  private static boolean isInFromList(Statement statement, int comma) {
    int open = statement.enclosing(comma);
    if (statement.at(open - 1).isWord("trim")) {
      return false;
    }
    for (int i = comma - 1; i > open; i--) {
      Token token = statement.at(i);
      if (statement.enclosing(i) != open || token.kind() != TokenKind.WORD) {
        continue;
      }
      if (isFrom(statement, i)) {
        return true;
      }
      if (NOT_FROM.contains(token.name())) {
        return false;
      }
    }
    return false;
  }

  /** Whether the parentheses hold query hints and nothing else. */
  static boolean areQueryHints(Statement statement, int open) {
    if (!statement.at(open).isMark("(")) {
      return false;
    }
    int close = statement.partner(open);
    int from = open + 1;
    for (int i = from; i <= close; i++) {
      boolean ends = statement.at(i).isMark(",") && statement.enclosing(i) == open;
      if (i == close || ends) {
        if (!isQueryHint(statement, from, i)) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static boolean isQueryHint(Statement statement, int from, int to) {
    StringBuilder hint = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = statement.at(i);
      hint.append(i == from ? "" : "_");
      hint.append(
          switch (token.kind()) {
            case STRING -> "s";
            case NUMBER -> "n";
            case WORD -> token.name();
            default -> token.text();
          });
    }
    boolean listed = QUERY.contains(hint.toString().replace("_,_s", ""));
    return listed && (!hint.toString().equals("maxrecursion_n") || bounded(statement.at(from + 1)));
  }

  private static boolean bounded(Token number) {
    String digits = number.text();
    return digits.matches("[1-9][0-9]{0,4}") && Integer.parseInt(digits) <= MOST_RECURSION;
  }
}

package io.custard.guard.duckdb;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/** Where the clauses of a DuckDB query start, by the words of its grammar. */
final class DuckdbClauses {
  static final Set<String> QUERY_STARTS =
      Set.of(
          "select",
          "with",
          "values",
          "table",
          "from",
          "pivot",
          "pivot_wider",
          "pivot_longer",
          "unpivot",
          "describe",
          "desc",
          "summarize",
          "show");

  /** Words that show what a query or a relation is made of. */
  static final Set<String> INSPECTIONS = Set.of("describe", "desc", "summarize", "show");

  private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except");
  // Reserved words that end a list of relations, unless a name stands there.
  private static final Set<String> AFTER_RELATIONS =
      Set.of(
          "select",
          "where",
          "group",
          "having",
          "window",
          "qualify",
          "order",
          "limit",
          "offset",
          "union",
          "intersect",
          "except");
  private static final Set<String> BEFORE_STAR = Set.of("select", "distinct", "all");
  // Calls with key words between their arguments.
  private static final Set<String> WORDY_CALLS =
      Set.of("extract", "substring", "trim", "overlay", "position");

  private DuckdbClauses() {}

  static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }

  /** Whether the word at {@code at} is a key word by its surroundings: no label, field or type. */
  static boolean isFree(Statement statement, int at) {
    Token before = statement.at(at - 1);
    return !before.isMark(".") && !before.isMark("::") && !before.isWord("as");
  }

  static boolean endsRelations(Statement statement, int at) {
    Token token = statement.at(at);
    boolean sample = token.isWord("using") && statement.at(at + 1).isWord("sample");
    return isFree(statement, at) && (sample || isOneOf(token, AFTER_RELATIONS));
  }

  /** Whether the FROM at {@code at} stands in front of relations. */
  static boolean isFromClause(Statement statement, int at) {
    Token before = statement.at(at - 1);
    boolean comparison =
        before.isWord("distinct")
            && (statement.at(at - 2).isWord("is") || statement.at(at - 2).isWord("not"));
    return !before.isMark(".") && !comparison && !isInWordyCall(statement, at);
  }

  /** Whether the token stands directly within the parentheses of EXTRACT, TRIM and the like. */
  static boolean isInWordyCall(Statement statement, int at) {
    int open = statement.enclosing(at);
    return open > 0
        && statement.at(open).isMark("(")
        && isOneOf(statement.at(open - 1), WORDY_CALLS)
        && !statement.at(open - 2).isMark(".");
  }

  /** Whether the FROM at {@code at} has no SELECT before it in its own query. */
  static boolean isFromFirst(Statement statement, int at) {
    for (int i = before(statement, at); i >= 0; i = before(statement, i)) {
      Token token = statement.at(i);
      if (isFree(statement, i) && (token.isWord("select") || token.isWord("from"))) {
        return false;
      }
      boolean with = token.isWord("with") && !statement.at(i + 1).isWord("time");
      if (isFree(statement, i) && (with || isOneOf(token, SET_OPERATIONS))) {
        return true;
      }
    }
    return true;
  }

  /** Whether a query starts with the word at {@code at}. */
  static boolean startsQuery(Statement statement, int at) {
    Token before = statement.at(at - 1);
    return at == 0
        || before.isMark("(")
        || before.isWord("explain")
        || isOneOf(before, INSPECTIONS)
        || isOneOf(before, SET_OPERATIONS)
        || (before.isWord("all") && isOneOf(statement.at(at - 2), SET_OPERATIONS))
        || (before.isWord("name") && isByName(statement, at - 2));
  }

  /** Whether the BY at {@code at} is the one of UNION BY NAME. */
  static boolean isByName(Statement statement, int at) {
    Token before = statement.at(at - 1);
    return statement.at(at).isWord("by")
        && statement.at(at + 1).isWord("name")
        && (isOneOf(before, SET_OPERATIONS)
            || ((before.isWord("all") || before.isWord("distinct"))
                && isOneOf(statement.at(at - 2), SET_OPERATIONS)));
  }

  /** Whether the INTO at {@code at} names the columns of an UNPIVOT statement. */
  static boolean isUnpivotInto(Statement statement, int at) {
    if (!statement.at(at + 1).isWord("name")) {
      return false;
    }
    for (int i = before(statement, at); i >= 0; i = before(statement, i)) {
      if (statement.at(i).isWord("unpivot") || statement.at(i).isWord("pivot_longer")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token stands among the results of a SELECT, not among its relations. */
  static boolean isInSelectList(Statement statement, int at) {
    for (int i = before(statement, at); i >= 0; i = before(statement, i)) {
      Token token = statement.at(i);
      if (isFree(statement, i) && token.isWord("select")) {
        return true;
      }
      if (token.isWord("from") && isFromClause(statement, i)) {
        return false;
      }
    }
    return false;
  }

  /** The index behind a chain of names joined by dots. */
  static int chainEnd(Statement statement, int from) {
    int at = from + 1;
    while (statement.at(at).isMark(".") && statement.at(at + 1).isNamed()) {
      at += 2;
    }
    return at;
  }

  /** The index of the next clause word in {@code [from, end)} of the same level, or the end. */
  static int clauseEnd(Statement statement, int from) {
    int at = from;
    while (at < levelEnd(statement, from) && !endsRelations(statement, at)) {
      at = after(statement, at);
    }
    return at;
  }

  /** The index of the bracket that closes the level of the token, or behind the statement. */
  static int levelEnd(Statement statement, int at) {
    int open = statement.enclosing(at);
    return open < 0 ? statement.size() : statement.partner(open);
  }

  /** The next token of the same level. */
  static int after(Statement statement, int at) {
    return statement.partner(at) > at ? statement.partner(at) + 1 : at + 1;
  }

  // The token before on the same level, or -1.
  private static int before(Statement statement, int at) {
    int last = at - 1;
    if (last == statement.enclosing(at)) {
      return -1;
    }
    int partner = statement.partner(last);
    return partner >= 0 && partner < last ? partner : last;
  }

  /** Whether the mark at {@code at} is a star that stands for columns, no multiplication. */
  static boolean isStar(Statement statement, int at) {
    Token before = statement.at(at - 1);
    boolean on = before.isMark(")") && statement.at(statement.partner(at - 1) - 1).isWord("on");
    return statement.at(at).isMark("*")
        && (before.isMark(".")
            || before.isMark(",")
            || before.isMark("(")
            || before.isMark("[")
            || on
            || (isOneOf(before, BEFORE_STAR) && isFree(statement, at - 1)));
  }
}

package io.custard.guard.trino;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/** Where types stand. Trino's types hold names, numbers and other types, never an expression. */
final class TrinoTypes {
  private static final Set<String> QUERY = Set.of("select", "values", "table", "from");
  private static final Set<String> TYPE_MARKS = Set.of("(", ")", ",", "<", ">");

  private TrinoTypes() {}

  /** Whether the token belongs to the type of a CAST around it, or to one behind RETURNING. */
  static boolean isInside(Statement statement, int at) {
    int inner = at;
    while (inner >= 0) {
      int open = statement.enclosing(inner);
      if (isCast(statement, open)) {
        return isTypeCast(statement, open) && castAs(statement, open) < inner;
      }
      if (statement.at(inner - 1).isWord("returning")) {
        return inner == at || isType(statement, inner, statement.partner(inner + 1) + 1);
      }
      // The name of a parameterized type stands in front of its parenthesis.
      inner = open - 1;
    }
    return false;
  }

  /** Whether the parenthesis is that of CAST(x AS type). */
  static boolean isTypeCast(Statement statement, int open) {
    int as = isCast(statement, open) ? castAs(statement, open) : -1;
    return as >= 0 && isType(statement, as + 1, statement.partner(open));
  }

  /** Whether the parenthesis is that of a CAST, whatever it holds. */
  static boolean isCast(Statement statement, int open) {
    Token called = statement.at(open - 1);
    return open > 0
        && (called.isWord("cast") || called.isWord("try_cast"))
        && !statement.at(open - 2).isMark(".");
  }

  private static int castAs(Statement statement, int open) {
    for (int i = statement.partner(open) - 1; i > open; i--) {
      if (statement.enclosing(i) == open && statement.at(i).isWord("as")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isType(Statement statement, int from, int end) {
    for (int i = from; i < end; i++) {
      Token token = statement.at(i);
      boolean mark = TYPE_MARKS.contains(token.text()) && token.isMark(token.text());
      boolean query = token.kind() == TokenKind.WORD && QUERY.contains(token.name());
      if (query || !(token.isNamed() || token.kind() == TokenKind.NUMBER || mark)) {
        return false;
      }
    }
    return true;
  }
}

package io.custard.guard.sqlite;

import io.custard.guard.standard.Calls;
import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;

/**
 * Tells calls from other names in front of a parenthesis. A pair of name and parenthesis is taken
 * for something else only where SQLite's grammar has no room for a call:
 *
 * <ul>
 *   <li>a reserved word, or CAST, that is not qualified;
 *   <li>after AS: a type, an alias; and the type inside CAST;
 *   <li>directly after a complete operand: OVER, FILTER, LIKE and other clauses. SQLite has no
 *       aliases with columns, and key words that may be names count as no operand here;
 *   <li>a WITH query with columns;
 *   <li>ORDER BY and its like, and MATERIALIZED.
 * </ul>
 */
final class SqliteCalls {
  private final Keywords keywords;

  SqliteCalls(Keywords keywords) {
    this.keywords = keywords;
  }

  boolean isCall(Statement statement, int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (statement.chainStart(at) != at) {
      return true;
    }
    if (keywords.isReserved(token) || token.isWord("cast") || before.isWord("as")) {
      return false;
    }
    return !(isPhrase(token, before)
        || (keywords.isKeyword(token) && endsOperand(statement, at - 1))
        || Calls.isWithQuery(statement, at)
        || isCastType(statement, at));
  }

  private static boolean isPhrase(Token token, Token before) {
    if (token.isWord("by")) {
      return before.isWord("order") || before.isWord("group") || before.isWord("partition");
    }
    return token.isWord("materialized") && before.isWord("not");
  }

  private boolean endsOperand(Statement statement, int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> false;
      case PUNCTUATION -> token.isMark(")");
      case WORD -> !keywords.isKeyword(token) || keywords.isValue(token);
    };
  }

  // CAST(x AS DOUBLE PRECISION (10)): a type is names and signed numbers.
  private static boolean isCastType(Statement statement, int at) {
    int first = at;
    while (statement.at(first - 1).isNamed() && !statement.at(first - 1).isWord("as")) {
      first--;
    }
    return statement.at(first - 1).isWord("as")
        && statement.at(statement.enclosing(at) - 1).isWord("cast");
  }
}

package io.custard.guard.mysql;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Tells calls from other names in front of a parenthesis. A pair of name and parenthesis is taken
 * for something else only where neither server's grammar has room for a call:
 *
 * <ul>
 *   <li>a word both servers reserve, without quotes and not qualified, that is no function;
 *   <li>after AS: a type or an alias;
 *   <li>a WITH query with columns, or a derived table's alias with columns;
 *   <li>words of clauses, each beside the words that make the clause: {@code AGAINST (}, {@code
 *       MEMBER OF (}, {@code COLUMNS (} within JSON_TABLE, {@code LATERAL (SELECT}, {@code ROW (},
 *       {@code = ANY (}. All but COLUMNS and LATERAL are words no function can be called by.
 * </ul>
 */
final class MySqlCalls {
  private static final Set<String> QUERY_STARTS = Set.of("select", "with", "values", "table");
  // Never a function's name without quotes: row constructors and quantifiers.
  private static final Set<String> SYNTAX = Set.of("row", "any", "some");

  private final Keywords keywords;

  MySqlCalls(Keywords keywords) {
    this.keywords = keywords;
  }

  boolean isCall(Statement statement, int at) {
    Token token = statement.at(at);
    if (statement.chainStart(at) != at) {
      return true;
    }
    Token before = statement.at(at - 1);
    if (before.isWord("as") && !statement.at(at - 2).isMark(".")) {
      return false;
    }
    if (isWithQuery(statement, at) || isDerivedTable(statement, at)) {
      return false;
    }
    return token.kind() == TokenKind.QUOTED_NAME
        || !(isNoFunction(token) || isClause(statement, at));
  }

  private boolean isNoFunction(Token token) {
    return SYNTAX.contains(token.name())
        || (keywords.isReserved(token) && !keywords.isCallable(token));
  }

  private static boolean isClause(Statement statement, int at) {
    Token before = statement.at(at - 1);
    return switch (statement.at(at).name()) {
      case "against" -> before.isMark(")");
      case "of" -> before.isWord("member");
      case "lateral" -> startsQuery(statement, at + 1);
      case "columns" -> before.kind() == TokenKind.STRING;
      default -> false;
    };
  }

  // (SELECT ...) name (columns)
  private static boolean isDerivedTable(Statement statement, int at) {
    int close = at - 1;
    return statement.at(close).isMark(")")
        && startsQuery(statement, statement.partner(close))
        && holdsOnlyNames(statement, at + 1);
  }

  private static boolean holdsOnlyNames(Statement statement, int open) {
    int close = statement.partner(open);
    for (int i = open + 1; i < close; i++) {
      boolean name = (i - open) % 2 == 1;
      Token token = statement.at(i);
      if (name ? !token.isNamed() : !token.isMark(",")) {
        return false;
      }
    }
    return (close - open) % 2 == 0;
  }

  // WITH name (columns) AS (query)
  private static boolean isWithQuery(Statement statement, int at) {
    Token before = statement.at(at - 1);
    int as = statement.partner(at + 1) + 1;
    boolean first =
        before.isWord("with")
            || (before.isWord("recursive") && statement.at(at - 2).isWord("with"))
            || before.isMark(",");
    return first
        && holdsOnlyNames(statement, at + 1)
        && statement.at(as).isWord("as")
        && startsQuery(statement, as + 1);
  }

  private static boolean startsQuery(Statement statement, int open) {
    int at = open;
    while (statement.at(at).isMark("(")) {
      at++;
    }
    Token first = statement.at(at);
    return at > open && first.kind() == TokenKind.WORD && QUERY_STARTS.contains(first.name());
  }
}

package io.custard.guard.trino;

import io.custard.guard.standard.Calls;
import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Tells calls from other names in front of a parenthesis. A pair of name and parenthesis is taken
 * for something else only where Trino's grammar has no room for a call:
 *
 * <ul>
 *   <li>a reserved word that cannot be called and is not qualified;
 *   <li>after AS, and inside the type of a CAST or behind RETURNING;
 *   <li>directly after a complete operand: an alias with columns, OVER, FILTER, COLUMNS. Key words
 *       that may be names count as no operand here;
 *   <li>a WITH query with columns;
 *   <li>a word in a fixed phrase, such as GROUPING SETS, and LATERAL before a query.
 * </ul>
 *
 * MATCH_RECOGNIZE is always a call, and not on the list: expressions follow its AS.
 */
final class TrinoCalls {
  private static final Set<String> PHRASES =
      Set.of(
          "grouping sets",
          "tablesample bernoulli",
          "tablesample system",
          "nulls over",
          "union all",
          "union distinct",
          "intersect all",
          "intersect distinct",
          "except all",
          "except distinct",
          "select all");
  private static final Set<String> QUANTIFIERS = Set.of("all", "any", "some");
  private static final Set<String> QUERY_STARTS = Set.of("select", "with", "values", "table");

  private final Keywords keywords;

  TrinoCalls(Keywords keywords) {
    this.keywords = keywords;
  }

  boolean isCall(Statement statement, int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (statement.chainStart(at) != at || token.name().equals("match_recognize")) {
      return true;
    }
    if (keywords.isReserved(token) && !keywords.isCallable(token)) {
      return false;
    }
    boolean cast = TrinoTypes.isCast(statement, statement.enclosing(at));
    return !((before.isWord("as") && !cast)
        || before.isWord("ordinality")
        || isPhrase(statement, at)
        || endsOperand(before)
        || Calls.isWithQuery(statement, at)
        || TrinoTypes.isTypeCast(statement, at + 1)
        || TrinoTypes.isInside(statement, at));
  }

  private static boolean isPhrase(Statement statement, int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() != TokenKind.WORD) {
      return false;
    }
    if (token.isWord("lateral")) {
      return QUERY_STARTS.contains(statement.at(at + 2).name());
    }
    boolean compares = before.kind() == TokenKind.OPERATOR && !before.isMark("->");
    return PHRASES.contains(before.name() + " " + token.name())
        || (compares && QUANTIFIERS.contains(token.name()));
  }

  private boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> false;
      case PUNCTUATION -> token.isMark(")") || token.isMark("]");
      case WORD -> !keywords.isKeyword(token) || keywords.isValue(token);
    };
  }
}

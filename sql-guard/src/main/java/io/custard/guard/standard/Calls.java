package io.custard.guard.standard;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Tells calls from other names in front of a parenthesis. Whatever is not shown to be something
 * else is a call:
 *
 * <ul>
 *   <li>a key word that cannot be called, without quotes and not qualified;
 *   <li>after AS or {@code ::}: an alias with columns, a type, a WITH query;
 *   <li>a WITH query with columns;
 *   <li>an alias with columns: a name in front of nothing but names, behind a parenthesis or a name
 *       that is no key word, where {@link AliasPlaces} finds relations.
 * </ul>
 */
public final class Calls {
  private static final Set<String> QUERY_STARTS =
      Set.of("select", "with", "values", "table", "from");

  private final Keywords keywords;
  private final Set<String> beforeExpression;

  /**
   * @param beforeExpression key words whose parenthesis is followed by an expression, such as TOP
   */
  public Calls(Keywords keywords, Set<String> beforeExpression) {
    this.keywords = keywords;
    this.beforeExpression = Set.copyOf(beforeExpression);
  }

  /** Whether the name at {@code at}, in front of a parenthesis, is or may be a call. */
  public boolean isCall(Statement statement, int at) {
    Token token = statement.at(at);
    int start = statement.chainStart(at);
    Token before = statement.at(start - 1);
    if (start == at && keywords.isKeyword(token) && !keywords.isCallable(token)) {
      return false;
    }
    if (before.isMark("::") || before.isWord("as")) {
      return false;
    }
    return !(start == at && (isWithQuery(statement, at) || isAliasWithColumns(statement, at)));
  }

  private boolean isAliasWithColumns(Statement statement, int at) {
    return endsRelation(statement, at - 1)
        && holdsOnlyNames(statement, at + 1)
        && AliasPlaces.isInRelations(statement, at);
  }

  private boolean endsRelation(Statement statement, int at) {
    Token token = statement.at(at);
    if (token.isMark(")")) {
      Token opener = statement.at(statement.partner(at) - 1);
      return !beforeExpression.contains(opener.name());
    }
    return token.isNamed() && !keywords.isKeyword(token);
  }

  private boolean holdsOnlyNames(Statement statement, int open) {
    int close = statement.partner(open);
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      boolean name = (i - open) % 2 == 1;
      boolean fits = name ? token.isNamed() && !keywords.isReserved(token) : token.isMark(",");
      if (!fits) {
        return false;
      }
    }
    return (close - open) % 2 == 0;
  }

  /** Whether {@code at} is the name of {@code WITH name (columns) AS (query)}. */
  public static boolean isWithQuery(Statement statement, int at) {
    Token before = statement.at(at - 1);
    if (before.isWord("with")
        || (before.isWord("recursive") && statement.at(at - 2).isWord("with"))) {
      return true;
    }
    int as = statement.partner(at + 1) + 1;
    if (!before.isMark(",") || !statement.at(as).isWord("as")) {
      return false;
    }
    int open = as + 1;
    while (statement.at(open).isWord("not") || statement.at(open).isWord("materialized")) {
      open++;
    }
    Token first = statement.at(open + 1);
    return statement.at(open).isMark("(")
        && first.kind() == TokenKind.WORD
        && QUERY_STARTS.contains(first.name())
        && (!first.isWord("values") || statement.at(open + 2).isMark("("));
  }
}

package io.custard.guard.duckdb;

import io.custard.guard.standard.AliasPlaces;
import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Tells calls from other names in front of a parenthesis. A name is taken for something else only
 * where DuckDB's grammar has no room for a call:
 *
 * <ul>
 *   <li>a type, as {@link DuckdbTypes} reads it;
 *   <li>a reserved word, or a word of a fixed phrase such as ORDER BY;
 *   <li>directly after a complete operand: a clause such as OVER, or an alias with nothing but
 *       columns in its parentheses. After {@code ON (...)} an expression may start;
 *   <li>a WITH query with columns.
 * </ul>
 */
final class DuckdbCalls {
  private static final Set<String> SYNTAX = Set.of("exists", "values", "between", "interval");
  private static final Set<String> AFTER_OPERAND =
      Set.of(
          ("over filter exclude replace rename like ilike glob similar pivot unpivot in tablesample"
                  + " at using collate join rows row percent")
              .split(" ", -1));
  private static final Set<String> PHRASES =
      Set.of(
          "group by",
          "order by",
          "partition by",
          "grouping sets",
          "within group",
          "as materialized",
          "not materialized",
          "not like",
          "not ilike",
          "not between",
          "similar to",
          "using sample",
          "using key",
          "include nulls",
          "exclude nulls",
          "inner join",
          "outer join",
          "left join",
          "right join",
          "full join",
          "cross join",
          "semi join",
          "anti join",
          "asof join",
          "positional join",
          "natural join");
  private static final Set<String> SAMPLES = Set.of("reservoir", "bernoulli", "system");

  private final Statement statement;
  private final Keywords keywords;

  private DuckdbCalls(Statement statement, Keywords keywords) {
    this.statement = statement;
    this.keywords = keywords;
  }

  static boolean isCall(Statement statement, Keywords keywords, int at) {
    return !new DuckdbCalls(statement, keywords).isNoCall(at);
  }

  private boolean isNoCall(int at) {
    Token token = statement.at(at);
    if (DuckdbTypes.isType(statement, at)) {
      return true;
    }
    if (statement.chainStart(at) != at) {
      return false;
    }
    boolean plain = token.kind() == TokenKind.WORD && !statement.at(at - 1).isMark(".");
    return (plain && isSyntax(token, at)) || isWithQuery(at) || isAliasWithColumns(at);
  }

  private boolean isSyntax(Token token, int at) {
    Token before = statement.at(at - 1);
    if (keywords.isReserved(token) && !keywords.isCallable(token)) {
      return true;
    }
    if (SYNTAX.contains(token.name()) || PHRASES.contains(before.name() + " " + token.name())) {
      return true;
    }
    boolean sample = before.isWord("sample") || before.isWord("tablesample");
    return (sample && SAMPLES.contains(token.name()))
        || (AFTER_OPERAND.contains(token.name()) && endsOperand(at - 1))
        || (token.isWord("repeatable") && before.isMark(")"));
  }

  private boolean isAliasWithColumns(int at) {
    Token before = statement.at(at - 1);
    boolean alias =
        before.isWord("as")
            || (endsOperand(at - 1) && AliasPlaces.isInRelations(statement, at))
            || before.isWord("ordinality");
    return alias && !keywords.isKeyword(statement.at(at)) && holdsOnlyNames(at + 1);
  }

  private boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> DuckdbClauses.isStar(statement, at);
      case PUNCTUATION ->
          token.isMark("]")
              || token.isMark("}")
              || (token.isMark(")") && !statement.at(statement.partner(at) - 1).isWord("on"));
      case WORD ->
          statement.at(at - 1).isMark(".") || !keywords.isKeyword(token) || keywords.isValue(token);
    };
  }

  private boolean holdsOnlyNames(int open) {
    int close = statement.partner(open);
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      boolean name = (i - open) % 2 == 1;
      boolean fits =
          name
              ? (token.isNamed() && !keywords.isReserved(token)) || token.kind() == TokenKind.STRING
              : token.isMark(",");
      if (!fits) {
        return false;
      }
    }
    return close > open + 1;
  }

  // WITH name (columns) AS (query), or with USING KEY (columns) before AS.
  private boolean isWithQuery(int at) {
    Token before = statement.at(at - 1);
    if (before.isWord("with")
        || (before.isWord("recursive") && statement.at(at - 2).isWord("with"))) {
      return true;
    }
    int as = statement.partner(at + 1) + 1;
    if (statement.at(as).isWord("using") && statement.at(as + 1).isWord("key")) {
      as = statement.partner(as + 2) + 1;
    }
    if (!before.isMark(",") || !statement.at(as).isWord("as") || !holdsOnlyNames(at + 1)) {
      return false;
    }
    int open = as + 1;
    while (statement.at(open).isWord("not") || statement.at(open).isWord("materialized")) {
      open++;
    }
    Token first = statement.at(open + 1);
    return statement.at(open).isMark("(")
        && (first.isMark("(") || DuckdbClauses.isOneOf(first, DuckdbClauses.QUERY_STARTS))
        && (!first.isWord("values") || statement.at(open + 2).isMark("("));
  }
}

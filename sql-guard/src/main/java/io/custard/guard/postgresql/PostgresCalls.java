package io.custard.guard.postgresql;

import io.custard.guard.standard.AliasPlaces;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Tells calls from other names in front of a parenthesis. A pair of name and parenthesis is taken
 * for something else only where PostgreSQL's grammar has no room for a call:
 *
 * <ul>
 *   <li>a reserved word that is not qualified;
 *   <li>after AS, {@code ::}, WITH ORDINALITY: an alias with columns, a type, a WITH query;
 *   <li>directly after a complete operand: an alias with columns where relations stand, or a clause
 *       such as OVER, FILTER, ESCAPE. The one exception is DISTINCT ON (...), after which an
 *       expression starts;
 *   <li>a WITH query with columns;
 *   <li>a word in a fixed phrase, such as ORDER BY.
 * </ul>
 */
final class PostgresCalls {
  // The word before that makes the word before the parenthesis part of a phrase.
  private static final Set<String> PHRASES =
      Set.of(
          "group by",
          "order by",
          "partition by",
          "grouping sets",
          "as materialized",
          "not materialized",
          "not like",
          "not ilike",
          "not between",
          "inner join",
          "outer join",
          "left join",
          "right join",
          "full join",
          "cross join",
          "natural join",
          "bit varying",
          "char varying",
          "character varying",
          "nchar varying",
          "time zone",
          "fetch first",
          "fetch next",
          "tablesample bernoulli",
          "tablesample system",
          "tablesample system_rows",
          "tablesample system_time",
          "not exists");
  // Column key words with a syntax of their own; the grammar has no function of these names.
  private static final Set<String> SYNTAX = Set.of("exists", "values", "row", "between");

  private final Statement statement;

  private PostgresCalls(Statement statement) {
    this.statement = statement;
  }

  static boolean isNoCall(Statement statement, int at) {
    return new PostgresCalls(statement).isNoCall(at);
  }

  private boolean isNoCall(int at) {
    Token token = statement.at(at);
    int start = statement.chainStart(at);
    Token before = statement.at(start - 1);
    if (before.isMark("::") || before.isWord("as") || before.isWord("ordinality")) {
      return true;
    }
    if (start == at && (isWithQuery(at) || followsOperand(at))) {
      return true;
    }
    boolean plain = start == at && token.kind() == TokenKind.WORD;
    return plain
        && (PostgresKeywords.isReserved(token)
            || SYNTAX.contains(token.name())
            || PHRASES.contains(before.name() + " " + token.name()));
  }

  // A clause, or an alias with columns.
  private boolean followsOperand(int at) {
    return endsOperand(at - 1)
        && (PostgresKeywords.isKeyword(statement.at(at))
            || AliasPlaces.isInRelations(statement, at));
  }

  private boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> false;
      case PUNCTUATION ->
          token.isMark("]")
              || (token.isMark(")") && !statement.at(statement.partner(at) - 1).isWord("on"));
      case WORD -> !PostgresKeywords.isKeyword(token);
    };
  }

  // WITH name (columns) AS (query): no FROM item continues like that, because the words that start
  // a query are reserved, or could not be followed by a parenthesis in a column definition.
  private boolean isWithQuery(int at) {
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
        && (first.isWord("select")
            || first.isWord("with")
            || first.isWord("table")
            || (first.isWord("values") && statement.at(open + 2).isMark("(")));
  }
}

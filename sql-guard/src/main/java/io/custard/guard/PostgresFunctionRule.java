package io.custard.guard;

import io.custard.guard.text.PostgresKeywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every name in front of an opening parenthesis must be a reading function.
 *
 * <p>The rule works on tokens, so there is no position in which a call could hide from it. A pair
 * of name and parenthesis is taken for something else only where PostgreSQL's grammar has no room
 * for a call:
 *
 * <ul>
 *   <li>a reserved word that is not qualified;
 *   <li>after AS, {@code ::}, WITH ORDINALITY: an alias with columns, a type, a WITH query;
 *   <li>directly after a complete operand: an alias with columns, or a clause such as OVER, FILTER,
 *       ESCAPE. The one exception is DISTINCT ON (...), after which an expression starts;
 *   <li>a WITH query with columns;
 *   <li>a word in a fixed phrase, such as ORDER BY.
 * </ul>
 */
final class PostgresFunctionRule {
  private static final Set<String> ALLOWED = WordLists.load("postgresql/functions.txt").all();
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
          "bit varying",
          "char varying",
          "character varying",
          "nchar varying",
          "time zone",
          "fetch first",
          "fetch next",
          "not exists");
  // Column key words with a syntax of their own; the grammar has no function of these names.
  private static final Set<String> SYNTAX = Set.of("exists", "values", "row", "between");

  private final Statement statement;
  private final Set<String> functions = new LinkedHashSet<>();

  private PostgresFunctionRule(Statement statement) {
    this.statement = statement;
  }

  /** Checks the statement from a token on; returns the functions called. */
  static List<String> check(Statement statement, int from) throws Refusal {
    PostgresFunctionRule rule = new PostgresFunctionRule(statement);
    for (int i = from; i < statement.size(); i++) {
      if (statement.at(i).isNamed() && statement.at(i + 1).isMark("(") && !rule.isNoCall(i)) {
        rule.checkCall(i);
      }
    }
    return List.copyOf(rule.functions);
  }

  private void checkCall(int at) throws Refusal {
    int start = statement.chainStart(at);
    String name = statement.at(at).name();
    boolean builtIn =
        start == at || (start == at - 2 && statement.at(start).name().equals("pg_catalog"));
    if (!builtIn || !ALLOWED.contains(name)) {
      throw new Refusal(
          RefusalCode.SQL_FUNCTION_NOT_ALLOWED,
          "The function "
              + (start == at ? "" : statement.at(at - 2).name() + ".")
              + name
              + " is not on the list of reading functions; leave it out.",
          statement.at(start).position());
    }
    functions.add(name);
  }

  private boolean isNoCall(int at) {
    Token token = statement.at(at);
    int start = statement.chainStart(at);
    Token before = statement.at(start - 1);
    if (before.isMark("::") || before.isWord("as") || before.isWord("ordinality")) {
      return true;
    }
    if (endsOperand(start - 1) || (start == at && isWithQuery(at))) {
      return true;
    }
    boolean plain = start == at && token.kind() == TokenKind.WORD;
    return plain
        && (PostgresKeywords.isReserved(token)
            || SYNTAX.contains(token.name())
            || PHRASES.contains(before.name() + " " + token.name()));
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

package io.custard.guard.duckdb;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps files out of the places where relations stand.
 *
 * <p>DuckDB opens a file when no table has the name: {@code 'x.csv'}, {@code "x.csv"}, and {@code
 * x.csv} without quotes too, because it joins the parts of a name with dots before it looks for an
 * ending it knows. So a literal is refused where a relation stands, and so are a name with a
 * character that paths are made of and a qualified name that ends as files do. Functions called
 * there are a list of their own: {@code histogram} is an aggregate, but as a relation it reads the
 * relation its argument names.
 */
final class DuckdbRelationRule {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_ $-]+");
  private static final Set<String> BEFORE_RELATION =
      Set.of("join", "table", "describe", "desc", "summarize", "show", "lateral", "only");
  private static final Set<String> PIVOTS =
      Set.of("pivot", "pivot_wider", "pivot_longer", "unpivot");

  private final Statement statement;
  private final Set<String> endings;
  private final Set<String> tableFunctions;
  // By the bracket a level starts with, 0 for the top: whether its commas separate relations.
  private final boolean[] relations;
  private final boolean[] rows;
  private final boolean[] starts;

  private DuckdbRelationRule(Statement statement, WordLists lists) {
    this.statement = statement;
    this.endings = lists.section("file-endings");
    this.tableFunctions = lists.section("table-functions");
    this.relations = new boolean[statement.size() + 1];
    this.rows = new boolean[statement.size() + 1];
    this.starts = new boolean[statement.size() + 1];
  }

  static void check(Statement statement, int from, WordLists lists) throws Refusal {
    DuckdbRelationRule rule = new DuckdbRelationRule(statement, lists);
    for (int i = from; i < statement.size(); i++) {
      rule.checkToken(i);
    }
  }

  private void checkToken(int at) throws Refusal {
    Token token = statement.at(at);
    int level = statement.enclosing(at) + 1;
    starts[at] = startsRelation(at, level);
    if (starts[at]) {
      checkRelation(at);
      rows[level] = token.isWord("values") && isQueryStart(at);
      // A list of relations in parentheses, unless a query starts there.
      relations[level] |= statement.at(at - 1).isMark("(") && !isQueryStart(at);
    } else if (rows[level] && !(token.isMark(",") || token.isMark("(") || token.isMark(")"))) {
      rows[level] = false;
    }
    if (statement.at(at - 1).isWord("in") && token.kind() == TokenKind.QUOTED_NAME) {
      checkName(at, at);
    }
    if (token.isWord("from") && DuckdbClauses.isFromClause(statement, at)) {
      relations[level] = true;
    } else if (DuckdbClauses.endsRelations(statement, at)) {
      relations[level] = false;
    }
  }

  private boolean startsRelation(int at, int level) {
    Token before = statement.at(at - 1);
    if (before.isMark(",")) {
      return relations[level] && !rows[level];
    }
    if (before.isMark("(") || before.isMark(":")) {
      int start = before.isMark("(") ? at - 1 : at - 2;
      return start >= 0 && starts[start];
    }
    if (before.isWord("from")) {
      return DuckdbClauses.isFromClause(statement, at - 1);
    }
    if (statement.at(at - 2).isMark(".")) {
      return false;
    }
    // Behind a relation PIVOT has a list of its own; at the start of a query it has a relation.
    return DuckdbClauses.isOneOf(before, BEFORE_RELATION)
        || (DuckdbClauses.isOneOf(before, PIVOTS) && !relations[level]);
  }

  private void checkRelation(int at) throws Refusal {
    Token token = statement.at(at);
    if (token.kind() == TokenKind.STRING) {
      throw refusal(token, "a literal");
    }
    if (!token.isNamed() || isQueryStart(at)) {
      return;
    }
    int last = at;
    while (statement.at(last + 1).isMark(".") && statement.at(last + 2).isNamed()) {
      last += 2;
    }
    if (statement.at(last + 1).isMark("(") && !token.isWord("lateral")) {
      checkCall(at, last);
    } else {
      checkName(at, last);
    }
  }

  // VALUES is no reserved word: without a parenthesis it is a relation's name.
  private boolean isQueryStart(int at) {
    Token token = statement.at(at);
    return DuckdbClauses.isOneOf(token, DuckdbClauses.QUERY_STARTS)
        && (!token.isWord("values") || statement.at(at + 1).isMark("("));
  }

  private void checkCall(int first, int last) throws Refusal {
    if (first != last || !tableFunctions.contains(statement.at(last).name())) {
      throw new Refusal(
          RefusalCode.SQL_FUNCTION_NOT_ALLOWED,
          "The function "
              + statement.at(last).name()
              + " may not be read as a relation; leave it out.",
          statement.at(first).position());
    }
  }

  private void checkName(int first, int last) throws Refusal {
    for (int i = first; i <= last; i += 2) {
      Token part = statement.at(i);
      boolean file = i > first && endings.contains(part.name());
      if (file || !PLAIN.matcher(part.name()).matches()) {
        throw refusal(statement.at(first), "a name that may be a file's");
      }
    }
  }

  private static Refusal refusal(Token token, String found) {
    return new Refusal(
        RefusalCode.SQL_RELATION_NOT_ALLOWED,
        "A relation is given as " + found + "; only tables and views may be read.",
        token.position());
  }
}

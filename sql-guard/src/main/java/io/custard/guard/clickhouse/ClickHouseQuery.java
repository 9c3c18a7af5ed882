package io.custard.guard.clickhouse;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.HashSet;
import java.util.Set;

/** Where clauses end, what FROM names, and what WITH binds, by the tokens of a statement. */
final class ClickHouseQuery {
  private static final Set<String> CLAUSES =
      Set.of(
          "where",
          "prewhere",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "union",
          "except",
          "intersect",
          "qualify",
          "window",
          "sample",
          "final",
          "on",
          "using");
  private static final Set<String> BEFORE_FROM =
      Set.of("select", "where", "prewhere", "by", "having", "limit", "qualify", "over", "with");
  private static final Set<String> CASTS = Set.of("cast", "try_cast");

  private final Statement statement;
  private final ClickHouseWords words;

  ClickHouseQuery(Statement statement, ClickHouseWords words) {
    this.statement = statement;
    this.words = words;
  }

  /** The index at which the clause that goes on at {@code from} ends. */
  int clauseEnd(int from) {
    int open = statement.enclosing(from);
    int end = open < 0 ? statement.size() : statement.partner(open);
    for (int i = from; i < end; i++) {
      if (statement.enclosing(i) == open && words.isKeyword(i) && startsClause(i)) {
        return i;
      }
    }
    return end;
  }

  private boolean startsClause(int at) {
    return CLAUSES.contains(statement.at(at).name())
        || (words.places().joinBehind(at) >= 0 && !statement.at(at - 1).isMark("."));
  }

  /** The last keyword before {@code at} on its level, among these; -1 if there is none. */
  int lastKeyword(int at, Set<String> among) {
    int open = statement.enclosing(at);
    for (int i = at - 1; i > open; i--) {
      if (statement.enclosing(i) == open
          && words.isKeyword(i)
          && among.contains(statement.at(i).name())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the name that starts here is a relation in FROM. */
  boolean isRelation(int at) {
    Token before = statement.at(at - 1);
    if (words.isKeyword(at - 1) && (isFromClause(at - 1) || before.isWord("join"))) {
      return true;
    }
    if (!before.isMark(",")) {
      return false;
    }
    Set<String> among = new HashSet<>(BEFORE_FROM);
    among.add("from");
    among.add("array");
    int last = lastKeyword(at, among);
    return last >= 0 && isFromClause(last);
  }

  // Not the FROM of TRIM, of IS DISTINCT FROM and of WITH FILL.
  private boolean isFromClause(int at) {
    return statement.at(at).isWord("from")
        && !words.places().isWordyArgument(at)
        && !(statement.at(at - 1).isWord("distinct") && !statement.at(at - 2).isWord("select"))
        && !(statement.at(at - 1).isWord("fill") && statement.at(at - 2).isWord("with"));
  }

  /** {@code name (columns) AS (SELECT ...)} or {@code name AS (SELECT ...)} at {@code at}. */
  boolean isNamedQuery(int at) {
    if (!statement.at(at).isNamed()) {
      return false;
    }
    int as = at + 1;
    if (statement.at(as).isMark("(")) {
      as = statement.partner(as) + 1;
    }
    int open = statement.at(as + 1).isWord("materialized") ? as + 2 : as + 1;
    int first = open + 1;
    while (statement.at(first).isMark("(")) {
      first++;
    }
    Token start = statement.at(first);
    return statement.at(as).isWord("as")
        && statement.at(open).isMark("(")
        && (start.isWord("select") || start.isWord("with"));
  }

  /** The index behind the item of WITH that starts here: at a comma or at SELECT. */
  int itemEnd(int from) {
    int open = statement.enclosing(from);
    int i = from;
    while (i < statement.size()
        && i != statement.partner(open)
        && !(statement.enclosing(i) == open
            && (statement.at(i).isMark(",") || statement.at(i).isWord("select")))) {
      i++;
    }
    return i;
  }

  /** Whether the token belongs to a type: behind {@code ::} or behind the AS of CAST. */
  boolean isInType(int at) {
    int open = at;
    while (open >= 0) {
      int name = open == at ? at : open - 1;
      Token before = statement.at(statement.chainStart(name) - 1);
      if (statement.at(name).isNamed()
          && (before.isMark("::") || isCastAs(statement.chainStart(name) - 1))) {
        return true;
      }
      open = statement.enclosing(open);
    }
    return false;
  }

  /** The AS of {@code CAST(x AS type)}. */
  boolean isCastAs(int at) {
    int open = statement.enclosing(at);
    Token called = statement.at(open - 1);
    return statement.at(at).isWord("as")
        && open > 0
        && called.kind() == TokenKind.WORD
        && CASTS.contains(called.name())
        && statement.at(open).isMark("(");
  }

  /** The names of relations, of aliases, and all others that stand without a dot behind them. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < statement.size(); i++) {
      if (statement.at(i).isNamed() && !statement.at(i + 1).isMark(".")) {
        names.add(ClickHouseGrammar.exact(statement.at(i)));
      }
    }
    return names;
  }
}

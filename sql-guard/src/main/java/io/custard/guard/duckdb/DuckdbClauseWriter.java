package io.custard.guard.duckdb;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.Set;

/**
 * Rewrites DuckDB's own clauses for the parser:
 *
 * <ul>
 *   <li>{@code FROM t SELECT x} reads {@code SELECT x FROM t}, {@code FROM t} and {@code TABLE t}
 *       read {@code SELECT * FROM t}, {@code FROM VALUES (1)} reads {@code FROM (VALUES (1))};
 *   <li>{@code * REPLACE (x AS a)} reads {@code *, x AS a}; the names of {@code EXCLUDE} are left
 *       out; {@code * LIKE 'a'} reads {@code *, 'a'};
 *   <li>{@code SELECT COLUMNS(x)} reads {@code SELECT *, COLUMNS(x)};
 *   <li>SEMI, ANTI, ASOF and POSITIONAL joins read as joins;
 *   <li>DESCRIBE and SUMMARIZE read as the query they show;
 *   <li>left out, because no expression can stand in them: samples, USING KEY, BY NAME, frame
 *       exclusions, IGNORE NULLS, WITH ORDINALITY; GROUP BY ALL reads {@code GROUP BY 1}.
 * </ul>
 */
final class DuckdbClauseWriter {
  private static final Set<String> JOINED = Set.of("semi", "anti", "asof", "positional");

  private final Statement statement;
  private final DuckdbWords words;
  private final DuckdbSkeleton skeleton;
  private final DuckdbPivotWriter pivots;

  DuckdbClauseWriter(Statement statement, DuckdbWords words, DuckdbSkeleton skeleton) {
    this.statement = statement;
    this.words = words;
    this.skeleton = skeleton;
    this.pivots = new DuckdbPivotWriter(statement, words, skeleton);
  }

  int keyword(Token token, int at) {
    if (JOINED.contains(token.name())) {
      return at + 1;
    }
    return switch (token.name()) {
      case "select" -> select(at);
      case "from" -> from(at);
      case "table" -> put("select * from", at, at + 1);
      case "values" -> values(at);
      case "all" ->
          statement.at(at - 1).isWord("by") ? put("1", at, at + 1) : put("all", at, at + 1);
      case "by" -> DuckdbClauses.isByName(statement, at) ? at + 2 : put("by", at, at + 1);
      case "exclude" -> exclude(at);
      case "replace", "rename" -> replace(at);
      case "filter" -> filter(at);
      case "grouping" -> put(Skeleton.standIn(at), at, at + 2);
      case "with" -> statement.at(at + 1).isWord("ordinality") ? at + 2 : put("with", at, at + 1);
      case "using" -> using(at);
      case "tablesample" -> sample(at, at + 1);
      case "describe", "desc", "summarize", "show" -> inspection(token, at);
      case "pivot", "unpivot", "pivot_wider", "pivot_longer" -> pivots.write(at);
      default -> put(token.name(), at, at + 1);
    };
  }

  private int put(String text, int at, int next) {
    return skeleton.write(text, at, next);
  }

  // COLUMNS picks from all columns, so all are reported.
  private int select(int at) {
    boolean distinct = statement.at(at + 1).isWord("distinct");
    if (!picksColumns(at) || statement.at(at + 2).isWord("on")) {
      return put("select", at, at + 1);
    }
    return put(distinct ? "select distinct * ," : "select * ,", at, distinct ? at + 2 : at + 1);
  }

  private boolean picksColumns(int select) {
    int end = DuckdbClauses.levelEnd(statement, select);
    for (int i = select; i < end; i++) {
      if (statement.at(i).isWord("columns")
          && statement.at(i + 1).isMark("(")
          && !statement.at(i - 1).isMark(".")) {
        return true;
      }
    }
    return false;
  }

  private int from(int at) {
    if (!DuckdbClauses.isFromClause(statement, at) || !DuckdbClauses.isFromFirst(statement, at)) {
      return put("from", at, at + 1);
    }
    int end = DuckdbClauses.clauseEnd(statement, at + 1);
    if (!statement.at(end).isWord("select")) {
      return put("select * from", at, at + 1);
    }
    int results = DuckdbClauses.clauseEnd(statement, end + 1);
    skeleton.writeRange(select(end), results);
    put("from", at, at);
    skeleton.writeRange(at + 1, end);
    return results;
  }

  private int values(int at) {
    Token before = statement.at(at - 1);
    boolean relation = before.isWord("join") || before.isMark(",") || before.isWord("from");
    if (!relation) {
      return put("values", at, at + 1);
    }
    int end = statement.partner(at + 1) + 1;
    while (statement.at(end).isMark(",") && statement.at(end + 1).isMark("(")) {
      end = statement.partner(end + 1) + 1;
    }
    put("( values", at, at);
    skeleton.writeRange(at + 1, end);
    return put(")", at, end);
  }

  // Behind a star names, in a window's frame words.
  private int exclude(int at) {
    if (!words.followsStar(at)) {
      return frameExclusionEnd(at);
    }
    if (!statement.at(at + 1).isMark("(")) {
      return DuckdbClauses.chainEnd(statement, at + 1);
    }
    int close = statement.partner(at + 1);
    for (int i = at + 2; i < close; i++) {
      Token token = statement.at(i);
      if (!token.isNamed() && !token.isMark(",") && !token.isMark(".")) {
        return put("exclude", at, at + 1);
      }
    }
    return close + 1;
  }

  private int frameExclusionEnd(int at) {
    Token first = statement.at(at + 1);
    boolean two = first.isWord("current") || first.isWord("no");
    return first.isWord("group") || first.isWord("ties") || two
        ? at + (two ? 3 : 2)
        : put("exclude", at, at + 1);
  }

  private int replace(int at) {
    if (!statement.at(at + 1).isMark("(")) {
      return put(",", at, at + 1);
    }
    int close = statement.partner(at + 1);
    put(",", at, at);
    skeleton.writeRange(at + 2, close);
    return close + 1;
  }

  private int filter(int at) {
    return statement.at(at + 2).isWord("where")
        ? put("filter", at, at + 1)
        : put("filter ( where", at, at + 2);
  }

  private int using(int at) {
    if (statement.at(at + 1).isWord("sample")) {
      return sample(at, at + 2);
    }
    if (statement.at(at + 1).isWord("key") && statement.at(at + 2).isMark("(")) {
      int close = statement.partner(at + 2);
      for (int i = at + 3; i < close; i++) {
        if (!statement.at(i).isNamed() && !statement.at(i).isMark(",")) {
          return put("using", at, at + 1);
        }
      }
      return close + 1;
    }
    return put("using", at, at + 1);
  }

  private int sample(int at, int from) {
    int end = DuckdbSamples.end(statement, from);
    return end == from ? put("sample", at, at + 1) : end;
  }

  private int inspection(Token token, int at) {
    if (!DuckdbClauses.startsQuery(statement, at)) {
      return put(token.name(), at, at + 1);
    }
    int next = statement.at(at + 1).isWord("all") ? at + 2 : at + 1;
    if (token.isWord("show")) {
      return put("select 1", at, next + 1);
    }
    Token after = statement.at(at + 1);
    return after.isMark("(") || DuckdbClauses.isOneOf(after, DuckdbClauses.QUERY_STARTS)
        ? at + 1
        : put("select * from", at, at + 1);
  }
}

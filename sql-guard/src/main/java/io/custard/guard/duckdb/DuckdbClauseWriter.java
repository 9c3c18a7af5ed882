package io.custard.guard.duckdb;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Rewrites DuckDB's own clauses for the parser:
 *
 * <ul>
 *   <li>{@code FROM t SELECT x} reads {@code SELECT x FROM t}, {@code FROM t} and {@code TABLE t}
 *       read {@code SELECT * FROM t}, {@code FROM VALUES (1)} reads {@code FROM (VALUES (1))};
 *   <li>{@code * REPLACE (x AS a)} reads {@code *, x AS a}; the names of {@code EXCLUDE} are left
 *       out; {@code * LIKE 'a'} reads {@code *, 'a'};
 *   <li>SEMI, ANTI, ASOF and POSITIONAL joins read as joins;
 *   <li>{@code PIVOT (...)} behind a relation, and all after it in a PIVOT statement, read as a
 *       subselect of its expressions; DESCRIBE and SUMMARIZE read as the query they show;
 *   <li>left out, because no expression can stand in them: samples, USING KEY, BY NAME, frame
 *       exclusions, IGNORE NULLS, WITH ORDINALITY; GROUP BY ALL reads {@code GROUP BY 1}.
 * </ul>
 */
final class DuckdbClauseWriter {
  private static final Set<String> SAMPLE_WORDS =
      Set.of("percent", "rows", "row", "repeatable", "bernoulli", "system", "reservoir");
  private static final Set<String> JOINED = Set.of("semi", "anti", "asof", "positional");
  private static final Set<String> PIVOT_PARTS = Set.of("on", "using", "group");

  private final Statement statement;
  private final DuckdbWords words;
  private final DuckdbSkeleton skeleton;

  DuckdbClauseWriter(Statement statement, DuckdbWords words, DuckdbSkeleton skeleton) {
    this.statement = statement;
    this.words = words;
    this.skeleton = skeleton;
  }

  int keyword(Token token, int at) {
    if (JOINED.contains(token.name())) {
      return at + 1;
    }
    return switch (token.name()) {
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
      case "pivot", "unpivot", "pivot_wider", "pivot_longer" -> pivot(at);
      default -> put(token.name(), at, at + 1);
    };
  }

  private int put(String text, int at, int next) {
    return skeleton.write(text, at, next);
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
    put("select", end, end);
    skeleton.writeRange(end + 1, results);
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

  // Numbers and words of sampling only; anything else stays and is refused.
  private int sample(int at, int from) {
    int end = from;
    while (isSample(end)) {
      end++;
    }
    return end == from ? put("sample", at, at + 1) : end;
  }

  private boolean isSample(int at) {
    Token token = statement.at(at);
    int open = statement.partner(at);
    if (token.isMark("(") || token.isMark(")")) {
      return isPlainSample(Math.min(at, open), Math.max(at, open));
    }
    return token.kind() == TokenKind.NUMBER
        || token.isMark("%")
        || (token.isMark(",") && statement.at(statement.enclosing(at)).isMark("(")
            && isPlainSample(
                statement.enclosing(at), statement.partner(statement.enclosing(at))))
        || DuckdbClauses.isOneOf(token, SAMPLE_WORDS);
  }

  private boolean isPlainSample(int open, int close) {
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      if (token.kind() != TokenKind.NUMBER
          && !token.isMark("%")
          && !token.isMark(",")
          && !DuckdbClauses.isOneOf(token, SAMPLE_WORDS)) {
        return false;
      }
    }
    return open >= 0 && close > open + 1;
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

  private int pivot(int at) {
    int open = at + 1;
    if (statement.at(open + 1).isWord("nulls")) {
      open += 2;
    }
    boolean postfix =
        statement.at(open).isMark("(")
            && (statement.at(at - 1).isNamed() && words.isName(at - 1)
                || statement.at(at - 1).isMark(")"))
            && !isWithEnd(at - 1);
    if (postfix) {
      put(", ( select", at, at);
      pivotParts(open + 1, statement.partner(open));
      return put(")", at, statement.partner(open) + 1);
    }
    put("select * from", at, at);
    int parts = open;
    int end = pivotEnd(at, open);
    while (parts < end && !DuckdbClauses.isOneOf(statement.at(parts), PIVOT_PARTS)) {
      parts = DuckdbClauses.after(statement, parts);
    }
    skeleton.writeRange(open, parts);
    if (parts == end) {
      return end;
    }
    boolean group = statement.at(parts).isWord("group");
    put(", ( select", parts, parts);
    pivotParts(parts + (group ? 2 : 1), end);
    return put(")", parts, end);
  }

  // The parenthesis before a PIVOT statement ends a WITH query.
  private boolean isWithEnd(int at) {
    int open = statement.partner(at);
    return statement.at(open - 1).isWord("as") || statement.at(open - 1).isWord("materialized");
  }

  private int pivotEnd(int at, int from) {
    int end = from;
    while (end < DuckdbClauses.levelEnd(statement, at)
        && (statement.at(end).isWord("group") || !DuckdbClauses.endsRelations(statement, end))) {
      end = DuckdbClauses.after(statement, end);
    }
    return end;
  }

  // Every part of a PIVOT is an expression with an alias, or a name.
  private void pivotParts(int from, int end) {
    int at = from;
    while (at < end) {
      Token token = statement.at(at);
      if (statement.enclosing(at) != statement.enclosing(from)) {
        at = skeleton.next(at);
      } else if (token.isWord("for") || token.isWord("using") || token.isWord("on")) {
        at = put(",", at, at + 1);
      } else if (token.isWord("group")) {
        at = put(",", at, at + 2);
      } else if (token.isWord("in")) {
        at = pivotValues(at, end);
      } else if (token.isWord("into")) {
        at = intoEnd(at, end);
      } else if (token.isWord("include") || token.isWord("exclude")) {
        at += 2;
      } else {
        at = skeleton.next(at);
      }
    }
  }

  private int pivotValues(int in, int end) {
    put(",", in, in);
    if (!statement.at(in + 1).isMark("(")) {
      return in + 1;
    }
    int close = statement.partner(in + 1);
    skeleton.writeRange(in + 2, close);
    boolean more = close + 1 < end && statement.at(close + 1).isNamed();
    boolean word = DuckdbClauses.isOneOf(statement.at(close + 1), Set.of("group", "for", "using", "into"));
    return more && !word ? put(",", close, close + 1) : close + 1;
  }

  // INTO NAME n VALUE a, b: names only.
  private int intoEnd(int at, int end) {
    int next = at;
    while (next < end && (statement.at(next).isNamed() || statement.at(next).isMark(","))) {
      next++;
    }
    return next;
  }
}

package io.custard.guard.duckdb;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.Set;

/**
 * Rewrites PIVOT and UNPIVOT for the parser: {@code t PIVOT (...)}, and all that follows the
 * relation in {@code PIVOT t ON x IN (1) USING sum(y) GROUP BY z}, read {@code t, (SELECT ...)}
 * with every expression of the pivot as a result. Left out are only the words between them and the
 * names behind INTO.
 */
final class DuckdbPivotWriter {
  private static final Set<String> PIVOT_PARTS = Set.of("on", "using", "group");

  private static final int MOST_NESTED = 50;

  private final Statement statement;
  private final DuckdbWords words;
  private final DuckdbSkeleton skeleton;
  private int depth;

  DuckdbPivotWriter(Statement statement, DuckdbWords words, DuckdbSkeleton skeleton) {
    this.statement = statement;
    this.words = words;
    this.skeleton = skeleton;
  }

  // More inside each other than any statement nests are not PIVOT, and would cost stack and time.
  int write(int at) {
    if (depth >= MOST_NESTED) {
      return put(")", at, at + 1);
    }
    depth++;
    int next = writePivot(at);
    depth--;
    return next;
  }

  private int writePivot(int at) {
    int open = at + 1;
    if (statement.at(open + 1).isWord("nulls")) {
      open += 2;
    }
    boolean postfix =
        statement.at(open).isMark("(")
            && ((statement.at(at - 1).isNamed() && words.isName(at - 1))
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
    boolean word =
        DuckdbClauses.isOneOf(statement.at(close + 1), Set.of("group", "for", "using", "into"));
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

  private int put(String text, int at, int next) {
    return skeleton.write(text, at, next);
  }
}

package io.custard.guard.clickhouse;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clauses of ClickHouse read for the parser:
 *
 * <ul>
 *   <li>of a join's words LEFT, RIGHT, FULL, INNER and CROSS stay, whatever their order; {@code
 *       ARRAY JOIN x AS y} reads {@code , LATERAL (SELECT x AS y)}; {@code USING a, b} gets its
 *       parentheses;
 *   <li>QUALIFY behind WINDOW reads as the order of a further window;
 *   <li>PREWHERE reads WHERE, and a WHERE behind it AND; {@code LIMIT n OFFSET m BY x} reads {@code
 *       LIMIT n, m BY x}; WITH TOTALS, CUBE, ROLLUP and TIES, FINAL and SAMPLE are left out;
 *   <li>the bounds of WITH FILL and the expressions of INTERPOLATE read as further items of ORDER
 *       BY, those of REPLACE and APPLY behind a star as further items of SELECT; names behind
 *       EXCEPT and a function's bare name behind APPLY, which the token rules know, are left out.
 * </ul>
 */
final class ClickHouseClauses {
  private static final Set<String> SIDES = Set.of("left", "right", "full", "inner", "cross");
  private static final Set<String> MODIFIERS = Set.of("totals", "cube", "rollup", "ties");

  /**
   * What is written instead of some tokens.
   *
   * @param closesAt the index before which a parenthesis has to be closed; -1 if none was opened
   * @param next the index of the first token behind them
   */
  record Rewriting(String text, int closesAt, int next) {}

  private final Statement statement;
  private final ClickHouseWords words;
  private final ClickHouseQuery query;

  ClickHouseClauses(Statement statement, ClickHouseWords words, ClickHouseQuery query) {
    this.statement = statement;
    this.words = words;
    this.query = query;
  }

  /** The rewriting of the tokens from {@code at} on, if there is one. */
  @Nullable Rewriting at(int at) {
    if (!words.isKeyword(at)) {
      return null;
    }
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "using" ->
          after.isMark("(") ? null : new Rewriting("using (", query.clauseEnd(at + 1), at + 1);
      case "qualify" ->
          isBehind(at, "window")
              ? new Rewriting(", \"(qualify)\" as ( order by", query.clauseEnd(at + 1), at + 1)
              : null;
      case "prewhere" -> plain("where", at + 1);
      case "where" -> isBehind(at, "prewhere") ? plain("and", at + 1) : null;
      case "offset" -> isLimitBy(at) ? plain(",", at + 1) : null;
      case "with" -> with(at);
      case "to", "step", "staleness" -> plain(",", at + 1);
      case "interpolate" -> after.isMark("(") ? plain(",", at + 1) : plain("", at + 1);
      case "final" -> plain("", at + 1);
      case "sample" -> plain("", sampleEnd(at));
      case "all" ->
          statement.at(at - 1).isWord("by")
              ? plain("null", at + 1)
              : statement.at(at - 1).isWord("select") ? plain("", at + 1) : join(at);
      case "except" ->
          words.places().isTransformer(at) && !isQuery(at + 1) ? plain("", exceptEnd(at)) : null;
      case "replace" -> plain(",", statement.at(at + 1).isWord("strict") ? at + 2 : at + 1);
      case "apply" -> apply(at);
      default -> join(at);
    };
  }

  private static Rewriting plain(String text, int next) {
    return new Rewriting(text, -1, next);
  }

  private @Nullable Rewriting join(int at) {
    int join = words.places().joinBehind(at);
    if (join < 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = at; i < join; i++) {
      String word = statement.at(i).name();
      if (word.equals("array")) {
        return new Rewriting(", lateral ( select", query.clauseEnd(join + 1), join + 1);
      }
      if (SIDES.contains(word)) {
        text.append(word).append(' ');
      }
    }
    return plain(text.append("join").toString(), join + 1);
  }

  private boolean isBehind(int at, String clause) {
    int last = query.lastKeyword(at, Set.of(clause, "select", "union"));
    return last >= 0 && statement.at(last).isWord(clause);
  }

  private boolean isLimitBy(int at) {
    int end = query.clauseEnd(at + 1);
    for (int i = at + 1; i < end; i++) {
      if (statement.enclosing(i) == statement.enclosing(at)
          && words.isKeyword(i)
          && statement.at(i).isWord("by")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Rewriting with(int at) {
    Token after = statement.at(at + 1);
    if (after.kind() == TokenKind.WORD && MODIFIERS.contains(after.name())) {
      return plain("", at + 2);
    }
    if (!after.isWord("fill")) {
      return null;
    }
    return statement.at(at + 2).isWord("from") ? plain(",", at + 3) : plain("", at + 2);
  }

  // SAMPLE 0.1, SAMPLE 1 / 10 OFFSET 1 / 2
  private int sampleEnd(int at) {
    int end = ratioEnd(at + 1);
    boolean offset =
        statement.at(end).isWord("offset") && statement.at(end + 1).kind() == TokenKind.NUMBER;
    return offset ? ratioEnd(end + 1) : end;
  }

  private int ratioEnd(int number) {
    boolean ratio =
        statement.at(number + 1).isMark("/") && statement.at(number + 2).kind() == TokenKind.NUMBER;
    return ratio ? number + 3 : number + 1;
  }

  private boolean isQuery(int at) {
    int first = at;
    while (statement.at(first).isMark("(") || statement.at(first).isWord("distinct")) {
      first++;
    }
    return statement.at(first).isWord("select") || statement.at(first).isWord("all");
  }

  // EXCEPT a, EXCEPT (a, b), EXCEPT STRICT a, EXCEPT ('pattern')
  private int exceptEnd(int at) {
    int from = statement.at(at + 1).isWord("strict") ? at + 2 : at + 1;
    if (!statement.at(from).isMark("(")) {
      return from + 1;
    }
    for (int i = from + 1; i < statement.partner(from); i++) {
      Token token = statement.at(i);
      boolean name = token.isNamed() || token.kind() == TokenKind.STRING;
      if (!name && !token.isMark(",") && !token.isMark(".")) {
        return from;
      }
    }
    return statement.partner(from) + 1;
  }

  private Rewriting apply(int at) {
    if (statement.at(at + 1).isNamed()) {
      return plain("", at + 2);
    }
    boolean bare = statement.at(at + 2).isNamed() && statement.at(at + 3).isMark(")");
    return bare ? plain("", at + 4) : plain(",", at + 1);
  }
}

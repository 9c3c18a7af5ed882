package io.custard.guard.clickhouse;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * The key words of ClickHouse where they are key words. {@code SELECT a, limit FROM interval} reads
 * two columns of a table: a clause starts only behind a complete operand or clause.
 */
final class ClickHouseWords {
  private static final Keywords KEYWORDS = Keywords.load("clickhouse/keywords.txt");
  private static final Set<String> JOINS =
      Set.of(
          "global", "local", "any", "all", "asof", "semi", "anti", "left", "right", "full", "inner",
          "cross", "outer", "paste", "only", "array");
  private static final Set<String> UNITS =
      Set.of(
          ("nanosecond microsecond millisecond second minute hour day week month quarter year"
                  + " nanoseconds microseconds milliseconds seconds minutes hours days weeks months"
                  + " quarters years")
              .split(" ", -1));
  // Words behind which the clause they belong to may be complete.
  private static final Set<String> ENDS =
      Set.of(
          "asc", "ascending", "desc", "descending", "totals", "rollup", "cube", "final", "ties",
          "first", "last", "fill", "all", "row", "preceding", "following", "rows", "interpolate");
  private static final Set<String> WORDY =
      Set.of("trim", "substring", "overlay", "position", "extract", "ltrim", "rtrim");

  private final Statement statement;
  // Filled from the left: whether a word is one depends on the words before it.
  private final boolean[] keyword;

  ClickHouseWords(Statement statement) {
    this.statement = statement;
    this.keyword = new boolean[statement.size()];
    for (int i = 0; i < keyword.length; i++) {
      keyword[i] = decide(i);
    }
  }

  /** Whether these are the words of this very statement. */
  @SuppressWarnings("ReferenceEquality") // a statement is read once and judged once
  boolean areOf(Statement other) {
    return statement == other;
  }

  static Keywords keywords() {
    return KEYWORDS;
  }

  static boolean isUnit(Token token) {
    return token.kind() == TokenKind.WORD && UNITS.contains(token.name());
  }

  /** Whether the token is a key word that names nothing where it stands. */
  boolean isKeyword(int at) {
    return at >= 0 && at < keyword.length && keyword[at];
  }

  private boolean decide(int at) {
    Token token = statement.at(at);
    if (!KEYWORDS.isKeyword(token) || statement.at(at - 1).isMark(".") || isAlias(at)) {
      return false;
    }
    if (KEYWORDS.isReserved(token)) {
      return true;
    }
    return isNeeded(token.name(), at);
  }

  // Behind AS, but not in WITH x AS MATERIALIZED and not in the AS of INTERPOLATE.
  private boolean isAlias(int at) {
    return statement.at(at - 1).isWord("as")
        && !statement.at(at).isWord("materialized")
        && !isIn(at, "interpolate");
  }

  private boolean isNeeded(String word, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (word) {
      case "from" -> isFrom(at);
      case "where", "prewhere", "having", "qualify", "union", "intersect", "using", "limit" ->
          endsClause(at - 1);
      case "on" -> endsClause(at - 1) || (before.isWord("distinct") && opens(after));
      case "except" -> endsClause(at - 1) || before.isMark("*");
      case "group", "order", "partition" -> after.isWord("by");
      case "by" -> isBy(at);
      case "offset" -> endsClause(at - 1) && !isOperatorOrMark(after);
      case "and" -> endsClause(at - 1);
      case "or", "then", "else", "like", "ilike", "regexp", "div", "mod", "is", "escape",
          "rlike" ->
          endsOperand(at - 1) || isNot(at - 1);
      case "between" -> endsOperand(at - 1) || isNot(at - 1) || isFrameWord(before);
      case "in" -> endsOperand(at - 1) || isNot(at - 1) || before.isWord("global");
      case "not" -> !isOperatorOrMark(after) || opens(after);
      case "asc", "desc", "ascending", "descending" -> endsOperand(at - 1);
      case "nulls" -> after.isWord("first") || after.isWord("last");
      case "first", "last" -> before.isWord("nulls") || before.isWord("fetch");
      case "fetch" -> after.isWord("first") || after.isWord("next");
      case "next" -> before.isWord("fetch");
      case "only" -> before.isWord("row") || before.isWord("rows");
      case "collate" -> endsOperand(at - 1) && after.kind() == TokenKind.STRING;
      case "when" -> endsOperand(at - 1) || before.isWord("case");
      case "case" -> !endsOperand(at - 1) && !isOperatorOrMark(after) || opens(after);
      case "end" -> endsOperand(at - 1);
      case "join" -> isJoin(at);
      case "global", "local", "any", "all", "asof", "semi", "anti", "left", "right", "full",
          "inner", "cross", "outer", "paste", "array" ->
          isModifier(word, at);
      case "final" -> endsOperand(at - 1) && !isOperatorOrMark(after);
      case "sample" -> endsClause(at - 1) && after.kind() == TokenKind.NUMBER;
      case "with" -> isWith(at);
      case "totals", "cube", "rollup", "ties", "fill" -> before.isWord("with") || opens(after);
      case "to", "step", "staleness" -> endsClause(at - 1) && isFill(at);
      case "interpolate" -> isFill(at) || before.isWord("fill");
      case "interval" -> isInterval(at);
      case "distinct" ->
          before.isWord("select")
              || before.isMark("(")
              || before.isWord("union")
              || before.isWord("intersect")
              || before.isWord("except")
              || before.isWord("is")
              || isNot(at - 1);
      case "window" -> statement.at(at + 2).isWord("as") && opens(statement.at(at + 3));
      case "over" -> before.isMark(")") || before.isWord("nulls");
      case "filter" -> before.isMark(")") && opens(after);
      case "rows", "range", "groups", "row" -> isFrame(at);
      case "preceding", "following" -> endsOperand(at - 1) || before.isWord("unbounded");
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "current" -> after.isWord("row");
      case "ignore", "respect" -> after.isWord("nulls");
      case "grouping" -> after.isWord("sets");
      case "sets" -> before.isWord("grouping");
      case "cast" -> opens(after);
      case "exists" -> opens(after);
      case "apply", "replace", "strict" -> isTransformer(at);
      case "leading", "trailing", "both", "placing", "for" -> isWordyArgument(at);
      case "recursive" -> before.isWord("with");
      case "materialized" -> before.isWord("as");
      case "top" -> before.isWord("select") && after.kind() == TokenKind.NUMBER;
      default -> false;
    };
  }

  /** Whether the token at {@code at} completes an operand. */
  boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> token.isMark("*") && isStar(at);
      case PUNCTUATION -> token.isMark(")") || token.isMark("]") || token.isMark("}");
      case WORD ->
          !isKeyword(at) || KEYWORDS.isValue(token) || (token.isWord("end") && isKeyword(at));
    };
  }

  /** Whether a clause may start behind the token at {@code at}. */
  boolean endsClause(int at) {
    Token token = statement.at(at);
    return endsOperand(at)
        || (token.kind() == TokenKind.WORD && ENDS.contains(token.name()))
        || isTrailingComma(at);
  }

  /** {@code SELECT a, FROM t}: a comma before FROM that separates nothing. */
  boolean isTrailingComma(int at) {
    Token name = statement.at(at + 2);
    return statement.at(at).isMark(",")
        && statement.at(at + 1).isWord("from")
        && (name.isNamed() || name.isMark("("));
  }

  /** The directly enclosing parentheses are those of this word. */
  boolean isIn(int at, String word) {
    int open = statement.enclosing(at);
    return open > 0 && statement.at(open - 1).isWord(word);
  }

  /** Between the arguments of TRIM, SUBSTRING and their like stand words instead of commas. */
  boolean isWordyArgument(int at) {
    int open = statement.enclosing(at);
    Token called = statement.at(open - 1);
    return open > 0 && called.kind() == TokenKind.WORD && WORDY.contains(called.name());
  }

  /** The index of the JOIN that ends the modifiers from {@code at} on, or -1. */
  int joinBehind(int at) {
    int i = at;
    while (statement.at(i).kind() == TokenKind.WORD && JOINS.contains(statement.at(i).name())) {
      i++;
    }
    return statement.at(i).isWord("join") ? i : -1;
  }

  /** A star that stands for columns and is no multiplication. */
  boolean isStar(int at) {
    Token before = statement.at(at - 1);
    return statement.at(at).isMark("*")
        && (before.isMark(".")
            || before.isMark("(")
            || before.isMark(",")
            || before.isWord("select")
            || before.isWord("distinct")
            || statement.at(statement.partner(at - 1) - 1).isWord("on"));
  }

  /** A word that changes the columns of a star: EXCEPT, REPLACE, APPLY. */
  boolean isTransformer(int at) {
    Token before = statement.at(at - 1);
    if (before.isWord("strict") || statement.at(at).isWord("strict")) {
      return before.isWord("strict") || before.isWord("except") || before.isWord("replace");
    }
    if (isStar(at - 1)) {
      return true;
    }
    int open = statement.partner(at - 1);
    Token called = statement.at(open - 1);
    if (before.isMark(")") && open > 0) {
      return called.isWord("columns")
          || ((called.isWord("except") || called.isWord("replace") || called.isWord("apply"))
              && isTransformer(open - 1));
    }
    return before.isNamed()
        && (statement.at(at - 2).isWord("except") || statement.at(at - 2).isWord("apply"))
        && isTransformer(at - 2);
  }

  private boolean isFrom(int at) {
    if (isWordyArgument(at) || (statement.at(at - 1).isWord("distinct") && isIsDistinct(at - 1))) {
      return true;
    }
    if (statement.at(at - 1).isWord("fill")) {
      return true;
    }
    return endsClause(at - 1)
        && !isOperatorOrMark(statement.at(at + 1))
        || (endsClause(at - 1) && opens(statement.at(at + 1)));
  }

  private boolean isIsDistinct(int at) {
    return statement.at(at - 1).isWord("is") || statement.at(at - 1).isWord("not");
  }

  private boolean isBy(int at) {
    Token before = statement.at(at - 1);
    return before.isWord("group")
        || before.isWord("order")
        || before.isWord("partition")
        || (endsClause(at - 1) && !isOperatorOrMark(statement.at(at + 1)))
        || (endsClause(at - 1) && opens(statement.at(at + 1)));
  }

  private boolean isJoin(int at) {
    Token before = statement.at(at - 1);
    boolean modified = before.kind() == TokenKind.WORD && JOINS.contains(before.name());
    return (modified || endsClause(at - 1)) && !isOperatorOrMark(statement.at(at + 1))
        || ((modified || endsClause(at - 1)) && opens(statement.at(at + 1)))
        || (modified && statement.at(at + 1).isMark("["));
  }

  private boolean isModifier(String word, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (word) {
      case "global" ->
          joinBehind(at) >= 0 || after.isWord("in") || (after.isWord("not") && isNotIn(at + 1));
      case "all" ->
          joinBehind(at) >= 0
              || before.isWord("union")
              || before.isWord("except")
              || before.isWord("intersect")
              || before.isWord("by")
              || (before.isWord("select") && !isOperatorOrMark(after))
              || (opens(after) && startsQuery(at + 2));
      case "any" -> joinBehind(at) >= 0 || (opens(after) && startsQuery(at + 2));
      default -> joinBehind(at) >= 0;
    };
  }

  private boolean isNotIn(int at) {
    return statement.at(at + 1).isWord("in");
  }

  private boolean startsQuery(int at) {
    return statement.at(at).isWord("select") || statement.at(at).isWord("with");
  }

  private boolean isNot(int at) {
    return statement.at(at).isWord("not");
  }

  private boolean isWith(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    boolean modifier =
        after.isWord("totals")
            || after.isWord("cube")
            || after.isWord("rollup")
            || after.isWord("ties")
            || after.isWord("fill");
    return at == 0
        || (modifier && endsClause(at - 1))
        || before.isMark("(")
        || before.isWord("all")
        || before.isWord("distinct")
        || before.isWord("union")
        || before.isWord("intersect")
        || before.isWord("except")
        || statement.at(0).isWord("explain");
  }

  // Somewhere before, on this level, stands WITH FILL.
  private boolean isFill(int at) {
    int open = statement.enclosing(at);
    for (int i = at - 1; i > open; i--) {
      if (statement.at(i).isWord("fill") && statement.at(i - 1).isWord("with")) {
        return true;
      }
    }
    return false;
  }

  private boolean isInterval(int at) {
    Token after = statement.at(at + 1);
    boolean value =
        after.kind() == TokenKind.NUMBER
            || after.kind() == TokenKind.STRING
            || after.isMark("(")
            || (after.isNamed() && (opens(statement.at(at + 2)) || hasUnit(at)));
    return !endsOperand(at - 1) && value;
  }

  // INTERVAL a + b DAY
  private boolean hasUnit(int at) {
    int open = statement.enclosing(at);
    for (int i = at + 2; i < statement.size() && !statement.at(i).isMark(","); i++) {
      if (statement.enclosing(i) == open && isUnit(statement.at(i))) {
        return !isOperatorOrMark(statement.at(i - 1)) || statement.at(i - 1).isMark(")");
      }
      if (i == statement.partner(open) || statement.at(i).isWord("from")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isFrameWord(Token token) {
    return token.isWord("rows") || token.isWord("range") || token.isWord("groups");
  }

  private boolean isFrame(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return before.isWord("current")
        || after.isWord("between")
        || after.isWord("unbounded")
        || after.isWord("current")
        || (statement.at(at).isWord("rows") && after.kind() == TokenKind.NUMBER)
        || after.isWord("only")
        || after.isWord("fetch");
  }

  private static boolean opens(Token token) {
    return token.isMark("(");
  }

  // An expression could not go on with a clause here: the word before is a name.
  private static boolean isOperatorOrMark(Token token) {
    boolean operand = token.isMark("(") || token.isMark("[") || token.isMark("{");
    return token.text().isEmpty()
        || token.kind() == TokenKind.OPERATOR
        || (token.kind() == TokenKind.PUNCTUATION && !operand);
  }
}

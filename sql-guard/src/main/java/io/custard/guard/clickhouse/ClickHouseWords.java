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
  // Words behind which the clause they belong to may be complete.
  private static final Set<String> ENDS =
      Set.of(
          "asc",
          "ascending",
          "desc",
          "descending",
          "totals",
          "rollup",
          "cube",
          "final",
          "ties",
          "first",
          "last",
          "fill",
          "all",
          "row",
          "preceding",
          "following",
          "rows",
          "interpolate");

  private final Statement statement;
  private final ClickHousePlaces places;
  // Filled from the left: whether a word is one depends on the words before it.
  private final boolean[] keyword;

  ClickHouseWords(Statement statement) {
    this.statement = statement;
    this.places = new ClickHousePlaces(statement);
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

  ClickHousePlaces places() {
    return places;
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
        && !places.isIn(at, "interpolate");
  }

  private boolean isNeeded(String word, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (word) {
      case "from" -> isFrom(at);
      case "where", "prewhere", "having", "qualify", "union", "intersect", "using", "limit" ->
          endsClause(at - 1);
      case "on" ->
          endsClause(at - 1) || (before.isWord("distinct") && ClickHousePlaces.opens(after));
      case "except" -> endsClause(at - 1) || before.isMark("*");
      case "group", "order", "partition" -> after.isWord("by");
      case "by" -> isBy(at);
      case "offset" -> endsClause(at - 1) && !ClickHousePlaces.isOperatorOrMark(after);
      case "and" -> endsClause(at - 1);
      case "or", "then", "else", "like", "ilike", "regexp", "div", "mod", "is", "escape", "rlike" ->
          endsOperand(at - 1) || isNot(at - 1);
      case "between" ->
          endsOperand(at - 1) || isNot(at - 1) || ClickHousePlaces.isFrameWord(before);
      case "in" -> endsOperand(at - 1) || isNot(at - 1) || before.isWord("global");
      case "not" -> !ClickHousePlaces.isOperatorOrMark(after);
      case "asc", "desc", "ascending", "descending" -> endsOperand(at - 1);
      case "nulls" -> after.isWord("first") || after.isWord("last");
      case "first", "last" -> before.isWord("nulls") || before.isWord("fetch");
      case "fetch" -> after.isWord("first") || after.isWord("next");
      case "next" -> before.isWord("fetch");
      case "only" -> before.isWord("row") || before.isWord("rows");
      case "collate" -> endsOperand(at - 1) && after.kind() == TokenKind.STRING;
      case "when" -> endsOperand(at - 1) || before.isWord("case");
      case "case" -> !endsOperand(at - 1) && !ClickHousePlaces.isOperatorOrMark(after);
      case "end" -> endsOperand(at - 1);
      case "join" -> isJoin(at);
      case "global",
          "local",
          "any",
          "all",
          "asof",
          "semi",
          "anti",
          "left",
          "right",
          "full",
          "inner",
          "cross",
          "outer",
          "paste",
          "array" ->
          isModifier(word, at);
      case "final" -> endsOperand(at - 1) && !ClickHousePlaces.isOperatorOrMark(after);
      case "sample" -> endsClause(at - 1) && after.kind() == TokenKind.NUMBER;
      case "with" -> isWith(at);
      case "totals", "cube", "rollup", "ties", "fill" ->
          before.isWord("with") || ClickHousePlaces.opens(after);
      case "to", "step", "staleness" -> endsClause(at - 1) && places.isFill(at);
      case "interpolate" -> places.isFill(at) || before.isWord("fill");
      case "interval" -> isInterval(at);
      case "distinct" ->
          before.isWord("select")
              || before.isMark("(")
              || before.isWord("union")
              || before.isWord("intersect")
              || before.isWord("except")
              || before.isWord("is")
              || isNot(at - 1);
      case "window" ->
          statement.at(at + 2).isWord("as") && ClickHousePlaces.opens(statement.at(at + 3));
      case "over" -> before.isMark(")") || before.isWord("nulls");
      case "filter" -> before.isMark(")") && ClickHousePlaces.opens(after);
      case "rows", "range", "groups", "row" -> places.isFrame(at);
      case "preceding", "following" -> endsOperand(at - 1) || before.isWord("unbounded");
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "current" -> after.isWord("row");
      case "ignore", "respect" -> after.isWord("nulls");
      case "grouping" -> after.isWord("sets");
      case "sets" -> before.isWord("grouping");
      case "cast" -> ClickHousePlaces.opens(after);
      case "exists" -> ClickHousePlaces.opens(after);
      case "apply", "replace", "strict" -> places.isTransformer(at);
      case "leading", "trailing", "both", "placing", "for" -> places.isWordyArgument(at);
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
      case OPERATOR -> token.isMark("*") && places.isStar(at);
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
        || places.isTrailingComma(at);
  }

  private boolean isFrom(int at) {
    if (places.isWordyArgument(at)
        || (statement.at(at - 1).isWord("distinct") && isIsDistinct(at - 1))) {
      return true;
    }
    if (statement.at(at - 1).isWord("fill")) {
      return true;
    }
    return endsClause(at - 1) && !ClickHousePlaces.isOperatorOrMark(statement.at(at + 1));
  }

  private boolean isIsDistinct(int at) {
    return statement.at(at - 1).isWord("is") || statement.at(at - 1).isWord("not");
  }

  private boolean isBy(int at) {
    Token before = statement.at(at - 1);
    return before.isWord("group")
        || before.isWord("order")
        || before.isWord("partition")
        || (endsClause(at - 1) && !ClickHousePlaces.isOperatorOrMark(statement.at(at + 1)));
  }

  private boolean isJoin(int at) {
    Token before = statement.at(at - 1);
    boolean modified = ClickHousePlaces.isModifier(before);
    return (modified || endsClause(at - 1))
        && !ClickHousePlaces.isOperatorOrMark(statement.at(at + 1));
  }

  private boolean isModifier(String word, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (word) {
      case "global" ->
          places.joinBehind(at) >= 0
              || after.isWord("in")
              || (after.isWord("not") && isNotIn(at + 1));
      case "all" ->
          places.joinBehind(at) >= 0
              || before.isWord("union")
              || before.isWord("except")
              || before.isWord("intersect")
              || before.isWord("by")
              || (before.isWord("select") && !ClickHousePlaces.isOperatorOrMark(after))
              || (ClickHousePlaces.opens(after) && startsQuery(at + 2));
      case "any" ->
          places.joinBehind(at) >= 0 || (ClickHousePlaces.opens(after) && startsQuery(at + 2));
      default -> places.joinBehind(at) >= 0;
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

  private boolean isInterval(int at) {
    Token after = statement.at(at + 1);
    boolean value =
        after.kind() == TokenKind.NUMBER
            || after.kind() == TokenKind.STRING
            || after.isMark("(")
            || (after.isNamed()
                && (ClickHousePlaces.opens(statement.at(at + 2)) || places.hasUnit(at)));
    return !endsOperand(at - 1) && value;
  }
}

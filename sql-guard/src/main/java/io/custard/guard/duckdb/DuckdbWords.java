package io.custard.guard.duckdb;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Which words are key words where they stand. Most of DuckDB's are not reserved: {@code range},
 * {@code first} and {@code name} are common names of columns, so their neighbours decide.
 */
final class DuckdbWords {
  private static final Set<String> BY = Set.of("group", "order", "partition");
  private static final Set<String> FRAME_STARTS = Set.of("between", "unbounded", "current");
  private static final Set<String> NULLS = Set.of("ignore", "respect", "include", "exclude");
  private static final Set<String> CALLED = Set.of("left", "right", "glob", "map", "columns");

  private final Statement statement;
  private final Keywords keywords;

  DuckdbWords(Statement statement, Keywords keywords) {
    this.statement = statement;
    this.keywords = keywords;
  }

  /** Whether the token is a name where it stands: quoted, behind a dot or AS, or no key word. */
  boolean isName(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() == TokenKind.QUOTED_NAME || before.isMark(".")) {
      return true;
    }
    if (before.isWord("as") && !token.isWord("not") && !token.isWord("materialized")) {
      return true;
    }
    if (CALLED.contains(token.name())) {
      boolean called = statement.at(at + 1).isMark("(");
      return called || token.isWord("columns");
    }
    return !keywords.isKeyword(token) || !(keywords.isReserved(token) || isKeywordHere(at));
  }

  private boolean isKeywordHere(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "first", "last" -> before.isWord("nulls") || before.isWord("fetch");
      case "nulls" ->
          after.isWord("first") || after.isWord("last") || DuckdbClauses.isOneOf(before, NULLS);
      case "ignore", "respect", "include" -> after.isWord("nulls");
      case "by" -> DuckdbClauses.isOneOf(before, BY) || DuckdbClauses.isByName(statement, at);
      case "partition" -> after.isWord("by");
      case "rows", "range", "groups" -> startsFrame(at);
      case "preceding", "following", "unbounded", "current", "row", "ties", "others", "no" ->
          isInWindow(at) && !after.isMark(".");
      case "over" -> before.isMark(")") || before.isWord("nulls");
      case "filter" -> before.isMark(")") && after.isMark("(");
      case "within" -> after.isWord("group");
      case "exclude", "replace", "rename" -> isInWindow(at) || followsStar(at);
      case "recursive" -> before.isWord("with");
      case "materialized" -> before.isWord("as") || before.isWord("not");
      case "values", "exists" -> after.isMark("(");
      case "between" -> true;
      case "sets" -> before.isWord("grouping");
      case "grouping" -> after.isWord("sets");
      case "if" -> isComprehension(at) && !before.isMark("[") && !before.isMark(",");
      case "escape" -> after.kind() == TokenKind.STRING;
      case "interval" ->
          after.isMark("(") || after.kind() == TokenKind.STRING || after.kind() == TokenKind.NUMBER;
      case "at" -> after.isWord("time") || after.isMark("(");
      case "percent" -> isLimit(at - 1);
      case "export_state" -> before.isMark(")");
      case "ordinality" -> before.isWord("with");
      default -> false;
    };
  }

  /** Whether a list comprehension is written in the brackets around the token. */
  boolean isComprehension(int at) {
    int open = statement.enclosing(at);
    if (open < 0 || !statement.at(open).isMark("[")) {
      return false;
    }
    for (int i = open + 1; i < statement.partner(open); i = DuckdbClauses.after(statement, i)) {
      if (statement.at(i).isWord("for") && !statement.at(i - 1).isMark(".")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word comes behind {@code *}, {@code t.*} or a list that changes one of them. */
  boolean followsStar(int at) {
    Token before = statement.at(at - 1);
    if (before.isMark(")")) {
      int open = statement.partner(at - 1);
      return (isChange(open - 1) && followsStar(open - 1));
    }
    if (before.isMark("*")) {
      return DuckdbClauses.isStar(statement, at - 1);
    }
    return before.isNamed() && isChange(at - 2) && followsStar(at - 2);
  }

  private boolean isChange(int at) {
    Token token = statement.at(at);
    return token.isWord("exclude") || token.isWord("replace") || token.isWord("rename");
  }

  boolean isInWindow(int at) {
    int open = statement.enclosing(at);
    Token before = statement.at(open - 1);
    boolean named = before.isWord("as") && statement.at(open - 2).isNamed();
    return open > 0
        && statement.at(open).isMark("(")
        && (before.isWord("over") || named)
        && !DuckdbClauses.isOneOf(statement.at(open + 1), DuckdbClauses.QUERY_STARTS);
  }

  private boolean startsFrame(int at) {
    Token after = statement.at(at + 1);
    return isInWindow(at)
        && (DuckdbClauses.isOneOf(after, FRAME_STARTS)
            || after.kind() == TokenKind.NUMBER
            || after.kind() == TokenKind.STRING
            || after.isMark("(")
            || after.isWord("interval"));
  }

  private boolean isLimit(int at) {
    int start = statement.partner(at) >= 0 ? statement.partner(at) : at;
    return statement.at(start - 1).isWord("limit");
  }
}

package io.custard.guard.sqlserver;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * The key words of SQL Server. The reserved ones are never names; most others are names unless they
 * stand where a clause needs them, so {@code SELECT offset, row FROM t} reads two columns.
 */
final class SqlServerWords {
  private static final Keywords KEYWORDS = Keywords.load("sqlserver/keywords.txt");
  private static final Set<String> FRAME_STARTS = Set.of("between", "unbounded", "current");
  private static final Set<String> TRIM_SIDES = Set.of("leading", "trailing", "both");

  private SqlServerWords() {}

  static Keywords keywords() {
    return KEYWORDS;
  }

  /** Whether the token is a key word that names nothing where it stands. */
  static boolean isKeyword(Statement statement, int at) {
    Token token = statement.at(at);
    if (!KEYWORDS.isKeyword(token) || statement.at(at - 1).isMark(".")) {
      return false;
    }
    return KEYWORDS.isReserved(token) || isNeeded(statement, at);
  }

  private static boolean isNeeded(Statement statement, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "apply" -> before.isWord("cross") || before.isWord("outer");
      case "partition" -> after.isWord("by");
      case "range" -> startsFrame(statement, at);
      case "row", "rows" ->
          startsFrame(statement, at)
              || before.isWord("current")
              || before.kind() == TokenKind.NUMBER
              || before.isMark(")");
      case "preceding", "following" ->
          before.isWord("unbounded") || before.kind() == TokenKind.NUMBER || before.isMark(")");
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "first", "next" -> before.isWord("fetch");
      case "only" -> before.isWord("row") || before.isWord("rows");
      case "ties" -> before.isWord("with");
      case "offset" -> isOffset(statement, at);
      case "rollup", "cube" -> after.isMark("(");
      case "grouping" -> after.isWord("sets");
      case "sets" -> before.isWord("grouping");
      case "window" -> statement.at(at + 2).isWord("as") && statement.at(at + 3).isMark("(");
      case "at" -> isZone(statement, at);
      case "time" -> isZone(statement, at - 1);
      case "zone" -> isZone(statement, at - 2);
      case "cast", "try_cast", "parse", "try_parse" -> after.isMark("(");
      case "using" -> isArgumentOf(statement, at, Set.of("parse", "try_parse"));
      case "leading", "trailing", "both" -> before.isMark("(") && isTrim(statement, at);
      case "loop", "hash", "remote" -> after.isWord("join");
      case "ignore", "respect" -> after.isWord("nulls");
      case "nulls" -> before.isWord("ignore") || before.isWord("respect");
      case "absent" -> isOnNull(statement, at);
      case "returning" -> after.isWord("json") && statement.at(at + 2).isMark(")");
      default -> false;
    };
  }

  /** {@code NULL ON NULL} or {@code ABSENT ON NULL} at the end of a JSON constructor. */
  static boolean isOnNull(Statement statement, int at) {
    Token end = statement.at(at + 3);
    return statement.at(at + 1).isWord("on")
        && statement.at(at + 2).isWord("null")
        && (end.isMark(")") || end.isWord("returning"));
  }

  /** Whether the token stands directly in the parentheses of TRIM. */
  static boolean isTrim(Statement statement, int at) {
    return isArgumentOf(statement, at, Set.of("trim"));
  }

  static boolean isTrimSide(Token token) {
    return token.kind() == TokenKind.WORD && TRIM_SIDES.contains(token.name());
  }

  private static boolean isArgumentOf(Statement statement, int at, Set<String> functions) {
    int open = statement.enclosing(at);
    Token called = statement.at(open - 1);
    return open > 0 && called.kind() == TokenKind.WORD && functions.contains(called.name());
  }

  private static boolean isZone(Statement statement, int at) {
    return statement.at(at).isWord("at")
        && statement.at(at + 1).isWord("time")
        && statement.at(at + 2).isWord("zone");
  }

  private static boolean startsFrame(Statement statement, int at) {
    Token after = statement.at(at + 1);
    return after.kind() == TokenKind.NUMBER
        || (after.kind() == TokenKind.WORD && FRAME_STARTS.contains(after.name()));
  }

  private static boolean isOffset(Statement statement, int at) {
    int end = statement.at(at + 1).isMark("(") ? statement.partner(at + 1) + 1 : at + 2;
    return statement.at(end).isWord("row") || statement.at(end).isWord("rows");
  }
}

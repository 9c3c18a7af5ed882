package io.custard.guard.mysql;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Words that may be names, at least for one of the two servers, but are part of a clause where they
 * stand. What stands beside them decides.
 */
final class MySqlWords {
  private static final Set<String> FRAME_ENDS = Set.of("and", "exclude");
  private static final Set<String> SELECT_MODIFIERS =
      Set.of(
          "all",
          "distinct",
          "distinctrow",
          "straight_join",
          "sql_big_result",
          "sql_buffer_result",
          "sql_cache",
          "sql_calc_found_rows",
          "sql_no_cache",
          "sql_small_result");
  private static final Set<String> UNITS =
      Set.of(
          ("microsecond second minute hour day week month quarter year second_microsecond"
                  + " minute_microsecond minute_second hour_microsecond hour_second hour_minute"
                  + " day_microsecond day_second day_minute day_hour year_month sql_tsi_second"
                  + " sql_tsi_minute sql_tsi_hour sql_tsi_day sql_tsi_week sql_tsi_month"
                  + " sql_tsi_quarter sql_tsi_year")
              .split(" ", -1));
  // Character sets of both servers; a name with an underscore before it types the literal after it.
  private static final Set<String> CHARACTER_SETS =
      Set.of(
          ("armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8"
                  + " eucjpms euckr gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u"
                  + " latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16"
                  + " utf16le utf32 utf8 utf8mb3 utf8mb4")
              .split(" ", -1));

  private MySqlWords() {}

  static boolean isSelectModifier(Token token) {
    return token.kind() == TokenKind.WORD && SELECT_MODIFIERS.contains(token.name());
  }

  static boolean isUnit(Token token) {
    return token.kind() == TokenKind.WORD && UNITS.contains(token.name());
  }

  static boolean isCharacterSetMark(Token token) {
    return token.kind() == TokenKind.WORD
        && token.name().startsWith("_")
        && CHARACTER_SETS.contains(token.name().substring(1));
  }

  /** The word without quotes in front of the parenthesis around a token, or nothing. */
  static String called(Statement statement, int at) {
    int open = statement.enclosing(at);
    Token name = statement.at(open - 1);
    return open > 0 && name.kind() == TokenKind.WORD && !statement.at(open - 2).isMark(".")
        ? name.name()
        : "";
  }

  /**
   * Whether the word is part of a clause where it stands.
   *
   * @param endsOperand whether an operator behind a token has two sides
   */
  static boolean isClauseWord(Statement statement, int at, IntPredicate endsOperand) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "offset" -> after.kind() == TokenKind.NUMBER && endsOperand.test(at - 1);
      case "escape" -> after.kind() == TokenKind.STRING && endsOperand.test(at - 1);
      case "sounds" -> after.isWord("like") && endsOperand.test(at - 1);
      case "member" -> after.isWord("of") && endsOperand.test(at - 1);
      case "any", "some" -> after.isMark("(") && before.kind() == TokenKind.OPERATOR;
      case "current" -> after.isWord("row");
      case "row" -> before.isWord("current") || after.isMark("(") || endsFetch(statement, at);
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "preceding", "following" ->
          (after.isMark(")") || FRAME_ENDS.contains(after.name()))
              && (before.isWord("unbounded") || endsOperand.test(at - 1));
      case "within" -> after.isWord("group");
      case "lateral" -> after.isMark("(");
      case "first", "next" -> before.isWord("fetch");
      case "only" -> before.isWord("row") || before.isWord("rows");
      case "ties", "rollup", "query" -> before.isWord("with");
      case "against" -> before.isMark(")") && after.isMark("(");
      case "at" -> after.isWord("time") && statement.at(at + 2).isWord("zone");
      case "respect" -> before.isMark(")") && after.isWord("nulls");
      case "returning", "error" -> called(statement, at).equals("json_value");
      case "columns" -> before.kind() == TokenKind.STRING && after.isMark("(");
      default -> false;
    };
  }

  // FETCH FIRST 3 ROW ONLY
  private static boolean endsFetch(Statement statement, int at) {
    Token first = statement.at(at - 2);
    return first.isWord("first") || first.isWord("next");
  }
}

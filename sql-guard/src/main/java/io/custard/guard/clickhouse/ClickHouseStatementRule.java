package io.custard.guard.clickhouse;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What has to hold for every word of a ClickHouse statement beyond the standard rule:
 *
 * <ul>
 *   <li>no SETTINGS, which could lift limits, and no FORMAT, which is the client's business;
 *   <li>no parameters in braces;
 *   <li>a function named without parentheses, behind APPLY or as an argument of a function that
 *       calls it, is held to the list like any other.
 * </ul>
 */
final class ClickHouseStatementRule {
  private static final Set<String> CALLERS =
      Set.of(
          "arrayall",
          "arrayavg",
          "arraycompact",
          "arraycount",
          "arraycumsum",
          "arraycumsumnonnegative",
          "arraydifference",
          "arrayexists",
          "arrayfill",
          "arrayfilter",
          "arrayfirst",
          "arrayfirstindex",
          "arrayfirstornull",
          "arrayfold",
          "arraylast",
          "arraylastindex",
          "arraylastornull",
          "arraymap",
          "arraymax",
          "arraymin",
          "arraypartialreversesort",
          "arraypartialsort",
          "arrayproduct",
          "arrayreversefill",
          "arrayreversesort",
          "arrayreversesplit",
          "arraysort",
          "arraysplit",
          "arraysum",
          "mapall",
          "mapapply",
          "mapexists",
          "mapfilter",
          "mapsort",
          "mapreversesort",
          "mappartialsort",
          "mappartialreversesort");

  private final Statement statement;
  private final ClickHouseWords words;
  private final IntPredicate isAllowed;

  /**
   * @param isAllowed whether the function that the name at an index reaches is on the list
   */
  ClickHouseStatementRule(Statement statement, ClickHouseWords words, IntPredicate isAllowed) {
    this.statement = statement;
    this.words = words;
    this.isAllowed = isAllowed;
  }

  void check(int from) throws Refusal {
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      if (token.isMark("{")) {
        checkBrace(i);
      } else if (token.kind() == TokenKind.WORD && !statement.at(i - 1).isMark(".")) {
        checkWord(i);
      }
      if (token.isNamed() && isNamedFunction(i) && !isAllowed.test(i)) {
        throw new Refusal(
            RefusalCode.SQL_FUNCTION_NOT_ALLOWED,
            "The function "
                + token.name()
                + " is not on the list of reading functions;"
                + " leave it out.",
            token.position());
      }
    }
  }

  private void checkBrace(int at) throws Refusal {
    if (statement.at(at + 1).isNamed()) {
      throw new Refusal(
          RefusalCode.SQL_UNREADABLE,
          "A parameter stands in braces; write the value itself.",
          statement.at(at).position());
    }
  }

  private void checkWord(int at) throws Refusal {
    Token token = statement.at(at);
    Token after = statement.at(at + 1);
    // SETTINGS name without a value switches it on.
    boolean settings =
        token.isWord("settings")
            && after.isNamed()
            && (statement.at(at + 2).isMark("=")
                || (words.endsClause(at - 1) && !words.isKeyword(at + 1)));
    if (token.isWord("parallel") && after.isWord("with") && words.endsClause(at - 1)) {
      throw StatementRule.notReadOnly(token, "PARALLEL WITH starts another statement");
    }
    boolean format =
        token.isWord("format")
            && words.endsClause(at - 1)
            && after.isNamed()
            && (!words.isKeyword(at + 1) || ClickHouseWords.keywords().isValue(after));
    if (settings || format) {
      throw StatementRule.notReadOnly(
          token, (settings ? "SETTINGS" : "FORMAT") + " is not part of a read");
    }
  }

  private boolean isNamedFunction(int at) {
    Token before = statement.at(at - 1);
    if (words.isKeyword(at - 1) && before.isWord("apply")) {
      return true;
    }
    int open = statement.enclosing(at);
    if (!before.isMark("(") || open != at - 1) {
      return false;
    }
    Token caller = statement.at(open - 1);
    if (words.isKeyword(open - 1) && caller.isWord("apply")) {
      return !statement.at(at + 1).isMark("->");
    }
    int end = at + 1;
    while (statement.at(open - 1).isMark("(") && statement.at(end).isMark(")")) {
      open--;
      end++;
    }
    caller = statement.at(open - 1);
    return caller.isNamed()
        && CALLERS.contains(Characters.foldAscii(caller.name()))
        && statement.at(end).isMark(",")
        && !declaresParameter(at);
  }

  // The x of arrayMap(x, y -> x + y, a, b).
  private boolean declaresParameter(int at) {
    int name = at;
    while (statement.at(name).isNamed() && statement.at(name + 1).isMark(",")) {
      name += 2;
    }
    return statement.at(name).isNamed() && statement.at(name + 1).isMark("->");
  }
}

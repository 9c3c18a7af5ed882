package io.custard.guard.trino;

import io.custard.guard.standard.ContextWords;
import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;

/** The key words of one Trino statement. Those that are not reserved are names elsewhere. */
final class TrinoWords extends ContextWords {
  private TrinoWords(Statement statement, Keywords keywords) {
    super(statement, keywords);
  }

  static TrinoWords of(Statement statement, Keywords keywords) {
    TrinoWords words = new TrinoWords(statement, keywords);
    words.judgeAll();
    return words;
  }

  @Override
  protected boolean isKeywordHere(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "limit" -> after.kind() == TokenKind.NUMBER || after.isWord("all");
      case "offset" -> after.kind() == TokenKind.NUMBER;
      case "fetch" -> after.isWord("first") || after.isWord("next");
      case "first", "next" -> isKeyword(at - 1, "fetch") || isWindowWord(at);
      case "row", "rows" -> countsRows(at) || isWindowWord(at);
      case "only" -> isKeyword(at - 1, "row") || isKeyword(at - 1, "rows");
      case "ties" -> before.isWord("with");
      case "asc", "desc" -> endsOperand(at - 1);
      case "tablesample" -> after.isWord("bernoulli") || after.isWord("system");
      case "bernoulli", "system" -> isKeyword(at - 1, "tablesample");
      case "lateral", "try_cast" -> after.isMark("(");
      case "ordinality" -> before.isWord("with");
      case "at" -> after.isWord("time") && statement.at(at + 2).isWord("zone");
      case "interval" -> startsInterval(at);
      case "any", "some" -> before.kind() == TokenKind.OPERATOR && after.isMark("(");
      case "all" -> isAll(at);
      case "of" -> before.isWord("as") && statement.at(at - 3).isWord("for");
      case "passing", "default" -> endsOperand(at - 1) && isInJson(at);
      case "both", "leading", "trailing" ->
          before.isMark("(") && statement.at(at - 2).isWord("trim");
      case "ignore", "respect" -> before.isMark(")") && after.isWord("nulls");
      case "nulls" -> treatsNulls(at - 1) || isWindowWord(at);
      case "over" -> isKeyword(at - 1, "nulls") || isWindowWord(at);
      default -> isWindowWord(at);
    };
  }

  private boolean isInJson(int at) {
    Token called = statement.at(statement.enclosing(at) - 1);
    return called.isWord("columns") || called.name().startsWith("json_");
  }

  private boolean treatsNulls(int at) {
    return isKeyword(at, "ignore") || isKeyword(at, "respect");
  }

  // OFFSET 5 ROWS, FETCH FIRST 5 ROWS, FETCH NEXT ROW.
  private boolean countsRows(int at) {
    int count = statement.at(at - 1).kind() == TokenKind.NUMBER ? at - 2 : at - 1;
    boolean fetch = isKeyword(count - 1, "fetch") && isKeyword(count);
    return fetch || (count == at - 2 && isKeyword(count, "offset"));
  }

  private boolean startsInterval(int at) {
    Token after = statement.at(at + 1);
    boolean sign = after.isMark("+") || after.isMark("-");
    return !endsOperand(at - 1) && statement.at(sign ? at + 2 : at + 1).kind() == TokenKind.STRING;
  }

  private boolean isAll(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    boolean quantifier = before.kind() == TokenKind.OPERATOR && after.isMark("(");
    boolean ends = after.isMark(",") || after.isMark(")") || after.isMark(".");
    boolean argument = before.isMark("(") && !ends && after.kind() != TokenKind.OPERATOR;
    return quantifier
        || argument
        || (before.kind() == TokenKind.WORD && isKeyword(at - 1) && !ends);
  }
}

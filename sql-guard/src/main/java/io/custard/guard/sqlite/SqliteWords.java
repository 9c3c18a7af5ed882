package io.custard.guard.sqlite;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Which words of one statement are key words. Most key words of SQLite are names wherever the
 * grammar has no use for the key word, so the place decides: {@code first}, {@code row}, {@code
 * end}, {@code match}, {@code left} and {@code over} may all be columns.
 */
final class SqliteWords {
  private static final Set<String> JOIN_WORDS =
      Set.of("natural", "left", "right", "full", "inner", "outer", "cross");
  private static final Set<String> BEFORE_FRAME = Set.of("asc", "desc", "first", "last", "nocase");

  private final Statement statement;
  private final Keywords keywords;
  // From left to right: a word is judged by the words before it.
  private final boolean[] keyword;

  SqliteWords(Statement statement, Keywords keywords) {
    this.statement = statement;
    this.keywords = keywords;
    this.keyword = new boolean[statement.size()];
    for (int i = 0; i < keyword.length; i++) {
      keyword[i] = judge(i);
    }
  }

  /** A key word where it stands. */
  boolean isKeyword(int at) {
    return at >= 0 && at < keyword.length && keyword[at];
  }

  /** A name where it stands: quoted, or no key word. */
  boolean isName(int at) {
    return statement.at(at).isNamed() && !isKeyword(at);
  }

  /** Whether an operator behind the token has two sides. */
  boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> token.text().equals("*") && statement.at(at - 1).isMark(".");
      case PUNCTUATION -> token.isMark(")");
      case WORD -> !isKeyword(at) || keywords.isValue(token);
    };
  }

  private boolean judge(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() != TokenKind.WORD || before.isMark(".") || !keywords.isKeyword(token)) {
      return false;
    }
    if (keywords.isReserved(token)) {
      return true;
    }
    Token after = statement.at(at + 1);
    return switch (token.name()) {
      case "materialized" -> after.isMark("(");
      case "by" -> before.kind() == TokenKind.WORD && isKeyword(at - 1);
      case "recursive" -> before.isWord("with");
      case "cast" -> after.isMark("(");
      case "like", "glob", "match", "regexp" ->
          endsOperand(at - 1) || (before.isWord("not") && endsOperand(at - 2));
      case "offset", "asc", "desc", "end" -> endsOperand(at - 1) && !before.isWord("as");
      case "indexed" -> after.isWord("by") || (before.isWord("not") && endsOperand(at - 2));
      case "nulls" -> after.isWord("first") || after.isWord("last");
      case "first", "last" -> before.isWord("nulls") && isKeyword(at - 1);
      case "over" -> before.isMark(")") && (after.isMark("(") || opensName(after));
      case "filter" -> before.isMark(")") && after.isMark("(");
      case "within" -> before.isMark(")") && after.isWord("group");
      case "window" -> opensName(after) && statement.at(at + 2).isWord("as");
      default -> JOIN_WORDS.contains(token.name()) ? isJoin(at) : isFrame(at);
    };
  }

  private boolean opensName(Token token) {
    return token.isNamed() && !keywords.isReserved(token);
  }

  private boolean isJoin(int at) {
    int end = at;
    while (statement.at(end).kind() == TokenKind.WORD
        && JOIN_WORDS.contains(statement.at(end).name())) {
      end++;
    }
    return statement.at(end).isWord("join") && end - at <= 3;
  }

  private boolean isFrame(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    if (!isWindow(statement.enclosing(at))) {
      return false;
    }
    return switch (token.name()) {
      case "partition" -> after.isWord("by");
      case "rows", "range", "groups" ->
          before.isMark("(")
              || endsOperand(at - 1)
              || (before.kind() == TokenKind.WORD && BEFORE_FRAME.contains(before.name()));
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "current" -> after.isWord("row");
      case "row" -> before.isWord("current") && isKeyword(at - 1);
      case "preceding", "following" ->
          endsOperand(at - 1) || (before.isWord("unbounded") && isKeyword(at - 1));
      case "exclude" ->
          after.isWord("no")
              || after.isWord("current")
              || after.isWord("group")
              || after.isWord("ties");
      case "no", "ties" -> before.isWord("exclude") && isKeyword(at - 1);
      case "others" -> before.isWord("no") && isKeyword(at - 1);
      default -> false;
    };
  }

  /** Whether a parenthesis holds a window: behind OVER, or behind AS in a WINDOW clause. */
  boolean isWindow(int open) {
    Token before = statement.at(open - 1);
    boolean over = before.isWord("over") && isKeyword(open - 1);
    return over || (before.isWord("as") && !startsQuery(statement.at(open + 1)));
  }

  private static boolean startsQuery(Token token) {
    return token.isWord("select") || token.isWord("with") || token.isWord("values");
  }
}

package io.custard.guard.standard;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Which words of one statement are key words, for databases whose key words are names wherever the
 * grammar has no use for them: the place decides whether {@code first}, {@code row}, {@code over}
 * or {@code range} is a column. This part knows windows and their like; a dialect adds its own.
 */
public abstract class ContextWords {
  private static final Set<String> BEFORE_FRAME = Set.of("asc", "desc", "first", "last");

  protected final Statement statement;
  protected final Keywords keywords;
  // From left to right: a word is judged by the words before it.
  private final boolean[] keyword;

  protected ContextWords(Statement statement, Keywords keywords) {
    this.statement = statement;
    this.keywords = keywords;
    this.keyword = new boolean[statement.size()];
  }

  /** Judges every word; to be called once, before anything is asked. */
  protected final void judgeAll() {
    for (int i = 0; i < keyword.length; i++) {
      Token token = statement.at(i);
      keyword[i] =
          keywords.isKeyword(token)
              && !statement.at(i - 1).isMark(".")
              && (keywords.isReserved(token) || isKeywordHere(i));
    }
  }

  /** Whether a word that is in the list, but not reserved, is a key word where it stands. */
  protected abstract boolean isKeywordHere(int at);

  /** A key word where it stands. */
  public final boolean isKeyword(int at) {
    return at >= 0 && at < keyword.length && keyword[at];
  }

  /** A key word of this spelling where it stands. */
  public final boolean isKeyword(int at, String word) {
    return isKeyword(at) && statement.at(at).isWord(word);
  }

  /** A name where it stands: quoted, or no key word. */
  public final boolean isName(int at) {
    return statement.at(at).isNamed() && !isKeyword(at);
  }

  /** Whether an operator behind the token has two sides. */
  public final boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> token.text().equals("*") && statement.at(at - 1).isMark(".");
      case PUNCTUATION -> token.isMark(")") || token.isMark("]");
      case WORD -> !isKeyword(at) || keywords.isValue(token);
    };
  }

  /** Whether a parenthesis holds a window: behind OVER, or behind AS in a WINDOW clause. */
  public final boolean isWindow(int open) {
    Token before = statement.at(open - 1);
    return isKeyword(open - 1, "over")
        || (before.isWord("as") && !startsQuery(statement.at(open + 1)));
  }

  protected boolean startsQuery(Token token) {
    return token.isMark("(")
        || token.isWord("select")
        || token.isWord("with")
        || token.isWord("values")
        || token.isWord("table");
  }

  protected final boolean opensName(Token token) {
    return token.isNamed() && !keywords.isReserved(token);
  }

  /** OVER, FILTER, WITHIN GROUP, WINDOW, NULLS FIRST and the words inside windows. */
  protected final boolean isWindowWord(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (token.name()) {
      case "nulls" -> after.isWord("first") || after.isWord("last");
      case "first", "last" -> isKeyword(at - 1, "nulls");
      case "over" -> before.isMark(")") && (after.isMark("(") || opensName(after));
      case "filter" -> before.isMark(")") && after.isMark("(");
      case "within" -> before.isMark(")") && after.isWord("group");
      case "window" -> opensName(after) && statement.at(at + 2).isWord("as");
      default -> isWindow(statement.enclosing(at)) && isFrameWord(at);
    };
  }

  private boolean isFrameWord(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "partition" -> after.isWord("by");
      case "rows", "range", "groups" ->
          before.isMark("(")
              || endsOperand(at - 1)
              || (before.kind() == TokenKind.WORD && BEFORE_FRAME.contains(before.name()));
      case "unbounded" -> after.isWord("preceding") || after.isWord("following");
      case "current" -> after.isWord("row");
      case "row" -> isKeyword(at - 1, "current");
      case "preceding", "following" -> endsOperand(at - 1) || isKeyword(at - 1, "unbounded");
      case "exclude" ->
          after.isWord("no")
              || after.isWord("current")
              || after.isWord("group")
              || after.isWord("ties");
      case "no", "ties" -> isKeyword(at - 1, "exclude");
      case "others" -> isKeyword(at - 1, "no");
      default -> false;
    };
  }
}

package io.custard.guard.text;

/**
 * One token of a statement.
 *
 * @param text how the canonical text spells it
 * @param name for words and quoted names the name as the server resolves it (folded, unescaped);
 *     empty for all other kinds
 * @param position where it starts in the original text, 0-based
 */
public record Token(TokenKind kind, String text, String name, int position) {

  /** A keyword: an unquoted word, given here in lower case. */
  public boolean isWord(String word) {
    return kind == TokenKind.WORD && name.equals(word);
  }

  /** An operator or a punctuation mark of exactly this spelling. */
  public boolean isMark(String mark) {
    return (kind == TokenKind.PUNCTUATION || kind == TokenKind.OPERATOR) && text.equals(mark);
  }

  /** A word or a name in quotes. */
  public boolean isNamed() {
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
  }
}

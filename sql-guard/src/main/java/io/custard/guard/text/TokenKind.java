package io.custard.guard.text;

/** The kinds of token a statement is made of. */
public enum TokenKind {
  /** A keyword or a name without quotes. */
  WORD,
  /** A name in quotes. */
  QUOTED_NAME,
  /** A literal in quotes, of any prefix. */
  STRING,
  NUMBER,
  OPERATOR,
  /** Parentheses, brackets, comma, semicolon, dot, colons. */
  PUNCTUATION
}

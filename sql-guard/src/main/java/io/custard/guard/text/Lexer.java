package io.custard.guard.text;

import java.util.List;

/** Cuts a text into tokens exactly as one database does. Implementations are stateless. */
public interface Lexer {

  /** All tokens in order; comments and blanks are dropped. */
  List<Token> read(String sql) throws UnreadableText;
}

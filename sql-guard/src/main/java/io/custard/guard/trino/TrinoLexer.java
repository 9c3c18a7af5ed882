package io.custard.guard.trino;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import java.util.Locale;

/**
 * Reads text as Trino's lexer does: no backslash escapes, comments do not nest, names are compared
 * without regard to case, in quotes too. Refused although Trino would take it: {@code U&} literals
 * and parameters.
 */
final class TrinoLexer implements Lexer {
  private final Lexer scanner;

  TrinoLexer(Lexer scanner) {
    this.scanner = scanner;
  }

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    List<Token> tokens = scanner.read(sql);
    for (Token token : tokens) {
      requireSameEnd(token);
    }
    return tokens.stream().map(TrinoLexer::folded).toList();
  }

  // A quote always ends a binary literal, doubled or not.
  private static void requireSameEnd(Token token) throws UnreadableText {
    String text = token.text();
    if (token.kind() == TokenKind.STRING && text.startsWith("X")) {
      String digits = text.substring(2, text.length() - 1);
      if (!digits.chars().allMatch(c -> c == ' ' || (c < 0x80 && Character.digit(c, 16) >= 0))) {
        throw new UnreadableText("A binary literal is not made of digits.", token.position());
      }
    }
  }

  private static Token folded(Token token) {
    return token.kind() == TokenKind.QUOTED_NAME
        ? new Token(
            token.kind(), token.text(), token.name().toLowerCase(Locale.ROOT), token.position())
        : token;
  }
}

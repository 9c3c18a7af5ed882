package io.custard.guard.duckdb;

import io.custard.guard.postgresql.PostgresLexer;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.List;

/**
 * Reads text as DuckDB's scanner does, which descends from PostgreSQL's: comments nest, {@code //}
 * is an operator, braces are marks of their own, and names are the same in any case even in quotes.
 *
 * <p>Refused although DuckDB would take it: what {@link PostgresLexer} refuses, blanks outside
 * ASCII, parameters ({@code ?}, {@code $1}), positions ({@code #1}), names in backquotes.
 */
public final class DuckdbLexer implements Lexer {
  // It has no 0x1F: that is 0 with the alias x1F.
  private final Lexer lexer = new PostgresLexer("~!@^&|+-*/%<>=", "()[]{},;.:", false);

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    return lexer.read(sql).stream().map(DuckdbLexer::folded).toList();
  }

  private static Token folded(Token token) {
    return token.kind() == TokenKind.QUOTED_NAME
        ? new Token(
            token.kind(), token.text(), Characters.foldAscii(token.name()), token.position())
        : token;
  }
}

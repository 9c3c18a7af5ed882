package io.custard.guard.sqlite;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text as SQLite's tokenizer does, and a literal where a name must stand as the name SQLite
 * takes it for: {@code FROM 'books'}, {@code 'b'.'title'}, {@code price 'Price'}. The text of such
 * a token stays as it was written.
 *
 * <p>Refused although SQLite would take it: comments without an end, a carriage return alone,
 * parameters, and literals in front of a parenthesis, which SQLite may take for a call.
 */
final class SqliteLexer implements Lexer {
  private final Lexer scanner;
  private final Keywords keywords;

  SqliteLexer(Lexer scanner, Keywords keywords) {
    this.scanner = scanner;
    this.keywords = keywords;
  }

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    List<Token> tokens = scanner.read(sql);
    NamePlaces places = new NamePlaces(tokens, keywords);
    List<Token> read = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean named = places.isNamePlace(i);
      switch (token.kind()) {
        case STRING -> read.add(named && !isBlob(token) ? name(token) : literal(token));
        case QUOTED_NAME -> read.add(folded(token));
        default -> read.add(token);
      }
    }
    requireNoCallOfLiteral(read);
    return List.copyOf(read);
  }

  private static boolean isBlob(Token token) {
    return token.text().startsWith("X");
  }

  private static Token literal(Token token) throws UnreadableText {
    String text = token.text();
    if (isBlob(token)) {
      String digits = text.substring(2, text.length() - 1);
      boolean hexadecimal = digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
      if (!hexadecimal || digits.length() % 2 != 0) {
        throw new UnreadableText("A blob literal is not pairs of digits.", token.position());
      }
    }
    return token;
  }

  private static Token name(Token token) {
    String text = token.text();
    String name = text.substring(1, text.length() - 1).replace("''", "'");
    return new Token(TokenKind.QUOTED_NAME, text, Characters.foldAscii(name), token.position());
  }

  // SQLite compares names without regard to case, in quotes too.
  private static Token folded(Token token) throws UnreadableText {
    // A bracket cannot be doubled here: the name would end at the first.
    if (token.text().startsWith("[") && token.name().contains("]")) {
      throw new UnreadableText("A name in brackets contains a bracket.", token.position());
    }
    return new Token(
        token.kind(), token.text(), Characters.foldAscii(token.name()), token.position());
  }

  private static void requireNoCallOfLiteral(List<Token> tokens) throws UnreadableText {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isMark("(") && tokens.get(i - 1).kind() == TokenKind.STRING) {
        throw new UnreadableText(
            "A literal stands before a parenthesis; write a name without quotes.",
            tokens.get(i - 1).position());
      }
    }
  }
}

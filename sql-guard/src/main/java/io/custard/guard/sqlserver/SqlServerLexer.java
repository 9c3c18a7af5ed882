package io.custard.guard.sqlserver;

import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Lexicon.Trait;
import io.custard.guard.text.Scanner;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads text as SQL Server does. Variables, parameters and ODBC escapes in braces are refused.
 *
 * <p>Two things beyond the {@link Scanner}: a backslash before a line end inside a literal, which
 * the server removes together with the line end, and names that a collation without regard to width
 * or case could take for plain ASCII words.
 */
public final class SqlServerLexer implements Lexer {
  static final Lexicon LEXICON =
      new Lexicon(
          Set.of(Trait.BRACKET_NAMES, Trait.NESTED_COMMENTS, Trait.MONEY_LITERALS),
          "#@$",
          "#",
          Set.of("N"),
          List.of(
              "(", ")", ",", ";", ".", ":", "::", "=", "<>", "!=", "<", ">", "<=", ">=", "!<", "!>",
              "+", "-", "*", "/", "%", "&", "|", "^", "~", "||", "<<", ">>"));

  private final Lexer scanner = new Scanner(LEXICON);

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    List<Token> tokens = scanner.read(sql);
    for (Token token : tokens) {
      check(token);
    }
    return tokens;
  }

  /** A name in lower case with accents, widths and all else outside ASCII removed. */
  static String plain(String name) {
    return Characters.foldAscii(
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\x00-\\x7F]", ""));
  }

  private static void check(Token token) throws UnreadableText {
    if (token.kind() == TokenKind.STRING
        && (token.text().contains("\\\n") || token.text().contains("\\\r"))) {
      throw new UnreadableText(
          "A backslash stands before a line end in a literal; remove it.", token.position());
    }
    if (token.isNamed() && !token.name().equals(token.name().strip())) {
      // The server may compare names without the blanks at their end.
      throw new UnreadableText("A name ends in a blank; rename it.", token.position());
    }
    if (token.isNamed() && looksAscii(token.name())) {
      throw new UnreadableText(
          "A name is written with look-alikes of plain letters; write it plainly.",
          token.position());
    }
  }

  private static boolean looksAscii(String name) {
    return !isAscii(name)
        && isAscii(
            Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}

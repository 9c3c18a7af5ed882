package io.custard.guard.mysql;

import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Lexicon.Trait;
import io.custard.guard.text.Scanner;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads text as the scanners of MySQL and MariaDB do without ANSI_QUOTES and NO_BACKSLASH_ESCAPES.
 *
 * <p>Refused beyond what a {@link Scanner} refuses: variables, parameters, {@code \N}, names that
 * start with a dollar sign, which MySQL 9 may take for the start of a literal, and hints in
 * comments. What looks like a number and is none, such as {@code 0X1F}, is a name.
 */
final class MySqlLexer implements Lexer {
  static final Lexicon LEXICON =
      new Lexicon(
          Set.of(
              Trait.BACKSLASH_ESCAPES,
              Trait.DOUBLE_QUOTED_LITERALS,
              Trait.BACKTICK_NAMES,
              Trait.HASH_COMMENTS,
              Trait.DASHES_NEED_BLANK,
              Trait.EXECUTABLE_COMMENTS,
              Trait.DIGITS_START_NAMES,
              Trait.DIGITS_AFTER_DOT_ARE_NAMES),
          "$",
          "",
          Set.of("N", "X", "B"),
          List.of(
              "<=>", "->>", "->", "<=", ">=", "<>", "!=", "<<", ">>", "&&", "||", "=", "<", ">",
              "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "(", ")", "{", "}", ",", ".", ";"));

  private static final Pattern RADIX = Pattern.compile("0[xXbBoO].*");
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]+|0b[01]+");
  private static final Pattern BYTES =
      Pattern.compile("X'([0-9a-fA-F]{2})*'|B'[01]*'|N?'.*", Pattern.DOTALL);

  private final Lexer scanner = new Scanner(LEXICON);

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    List<Token> tokens = new ArrayList<>();
    for (Token token : scanner.read(sql)) {
      if (token.kind() == TokenKind.STRING && !BYTES.matcher(token.text()).matches()) {
        throw new UnreadableText(
            "A literal holds characters that are no digits of its kind; correct it.",
            token.position());
      }
      tokens.add(isName(token) ? name(token) : token);
    }
    return List.copyOf(tokens);
  }

  private static boolean isName(Token token) {
    return token.kind() == TokenKind.NUMBER
        && RADIX.matcher(token.text()).matches()
        && !NUMBER.matcher(token.text()).matches();
  }

  private static Token name(Token token) {
    return new Token(
        TokenKind.WORD, token.text(), Characters.foldAscii(token.text()), token.position());
  }
}

package io.custard.guard.postgresql;

import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads text as PostgreSQL's scanner does, with {@code standard_conforming_strings} on.
 *
 * <p>Escape strings and dollar quoting come out as plain literals, digit separators are removed,
 * literals continued on the next line are joined. Refused although PostgreSQL would take it: {@code
 * U&} literals and names, parameters such as {@code $1}, control characters, and characters outside
 * ASCII that are neither letter, mark nor digit in a place where a name could stand.
 */
public final class PostgresLexer implements Lexer {
  private final String operatorCharacters;
  private final String punctuation;
  private final boolean prefixedNumbers;

  public PostgresLexer() {
    this("~!@#^&|`?+-*/%<>=", "()[],;.:", true);
  }

  /**
   * For a database whose scanner descends from PostgreSQL's.
   *
   * @param operatorCharacters what operators are made of
   * @param punctuation marks of one character
   * @param prefixedNumbers whether {@code 0x1F} is one number
   */
  public PostgresLexer(String operatorCharacters, String punctuation, boolean prefixedNumbers) {
    this.operatorCharacters = operatorCharacters;
    this.punctuation = punctuation;
    this.prefixedNumbers = prefixedNumbers;
  }

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    Characters.requirePlain(sql);
    return new Scan(this, sql).all();
  }

  /** One pass over one text. */
  private static final class Scan {
    // An operator of several characters may end in + or - only if it contains one of these.
    private static final String ALLOWS_TRAILING_SIGN = "~!@#%^&|`?";

    private final PostgresLexer lexer;
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Scan(PostgresLexer lexer, String sql) {
      this.lexer = lexer;
      this.sql = sql;
    }

    List<Token> all() throws UnreadableText {
      at = PostgresBlanks.skip(sql, at);
      while (at < sql.length()) {
        token();
        at = PostgresBlanks.skip(sql, at);
      }
      return List.copyOf(tokens);
    }

    private void token() throws UnreadableText {
      char c = sql.charAt(at);
      if (c == '\'') {
        literal("", PostgresLiteral.plain(sql, at));
      } else if (c == '"') {
        quotedName();
      } else if (c == '$') {
        literal("", PostgresLiteral.dollarQuoted(sql, at));
      } else if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(1)))) {
        number();
      } else if (Characters.startsName(sql, at)) {
        word();
      } else if (lexer.operatorCharacters.indexOf(c) >= 0) {
        operator();
      } else {
        punctuation(c);
      }
    }

    private void word() throws UnreadableText {
      if (peek(1) == '\'' && prefixedLiteral(Character.toUpperCase(sql.charAt(at)))) {
        return;
      }
      if ((peek(0) == 'u' || peek(0) == 'U')
          && peek(1) == '&'
          && (peek(2) == '\'' || peek(2) == '"')) {
        throw new UnreadableText(
            "Unicode escapes written U& are not read; write the characters themselves.", at);
      }
      int start = at;
      while (at < sql.length() && Characters.continuesName(sql, at)) {
        at += Character.charCount(sql.codePointAt(at));
      }
      String text = sql.substring(start, at);
      tokens.add(new Token(TokenKind.WORD, text, Characters.foldAscii(text), start));
    }

    private boolean prefixedLiteral(char prefix) throws UnreadableText {
      switch (prefix) {
        case 'E' -> {
          int start = at;
          at++;
          literalAt(start, "", PostgresLiteral.escaped(sql, at));
        }
        case 'B', 'X', 'N' -> {
          int start = at;
          at++;
          literalAt(start, String.valueOf(prefix), PostgresLiteral.plain(sql, at));
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private void literal(String prefix, PostgresLiteral literal) {
      literalAt(at, prefix, literal);
    }

    private void literalAt(int start, String prefix, PostgresLiteral literal) {
      String text = prefix + "'" + literal.value().replace("'", "''") + "'";
      tokens.add(new Token(TokenKind.STRING, text, "", start));
      at = literal.end();
    }

    private void quotedName() throws UnreadableText {
      int start = at;
      int end = start + 1;
      while (true) {
        end = sql.indexOf('"', end);
        if (end < 0) {
          throw new UnreadableText(
              "A name in double quotes is not closed; add the closing quote.", start);
        }
        if (end + 1 >= sql.length() || sql.charAt(end + 1) != '"') {
          break;
        }
        end += 2;
      }
      at = end + 1;
      String name = sql.substring(start + 1, end).replace("\"\"", "\"");
      if (name.isEmpty()) {
        throw new UnreadableText("A name in double quotes is empty; give it a name.", start);
      }
      tokens.add(new Token(TokenKind.QUOTED_NAME, sql.substring(start, at), name, start));
    }

    private void number() throws UnreadableText {
      int start = at;
      if (lexer.prefixedNumbers && peek(0) == '0' && "xXoObB".indexOf(peek(1)) >= 0) {
        prefixedNumber();
      } else {
        run(Characters::isDigit);
        if (peek(0) == '.') {
          at++;
          run(Characters::isDigit);
        }
        exponent();
      }
      if (at < sql.length() && Characters.continuesName(sql, at)) {
        throw new UnreadableText("A number runs into a name; put a blank between them.", start);
      }
      String digits = sql.substring(start, at).replace("_", "").toLowerCase(Locale.ROOT);
      tokens.add(new Token(TokenKind.NUMBER, digits, "", start));
    }

    // Before PostgreSQL 15, 0or is 0 and the operator OR: no letter that is no digit may be taken.
    private void prefixedNumber() throws UnreadableText {
      int start = at;
      int radix = radix(Character.toLowerCase(peek(1)));
      at += 2;
      run(c -> c < 0x80 && Character.digit(c, radix) >= 0);
      if (at == start + 2) {
        throw new UnreadableText("A number runs into a name; put a blank between them.", start);
      }
    }

    private static int radix(char letter) {
      return switch (letter) {
        case 'x' -> 16;
        case 'o' -> 8;
        default -> 2;
      };
    }

    private void exponent() {
      if (peek(0) != 'e' && peek(0) != 'E') {
        return;
      }
      int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (Characters.isDigit(peek(1 + sign))) {
        at += 1 + sign;
        run(Characters::isDigit);
      }
    }

    // Digits with single underscores between them, as PostgreSQL 16 and newer read them.
    private void run(java.util.function.IntPredicate digit) {
      while (digit.test(peek(0)) || (peek(0) == '_' && digit.test(peek(1)))) {
        at++;
      }
    }

    private void operator() {
      int start = at;
      int end = at;
      while (end < sql.length() && lexer.operatorCharacters.indexOf(sql.charAt(end)) >= 0) {
        if (end > start && (sql.startsWith("--", end) || sql.startsWith("/*", end))) {
          break;
        }
        end++;
      }
      while (end - start > 1
          && (sql.charAt(end - 1) == '+' || sql.charAt(end - 1) == '-')
          && sql.substring(start, end - 1)
              .chars()
              .noneMatch(c -> ALLOWS_TRAILING_SIGN.indexOf(c) >= 0)) {
        end--;
      }
      at = end;
      tokens.add(new Token(TokenKind.OPERATOR, sql.substring(start, end), "", start));
    }

    private void punctuation(char c) throws UnreadableText {
      int start = at;
      if (lexer.punctuation.indexOf(c) < 0) {
        throw new UnreadableText(
            "A character that no SQL token starts with stands outside a literal; remove it.", at);
      }
      at += c == ':' && (peek(1) == ':' || peek(1) == '=') ? 2 : 1;
      tokens.add(new Token(TokenKind.PUNCTUATION, sql.substring(start, at), "", start));
    }

    private char peek(int ahead) {
      return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }
  }
}

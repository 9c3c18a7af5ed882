package io.custard.guard.text;

import io.custard.guard.text.Lexicon.Trait;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text by a {@link Lexicon}. Literals keep their own escapes, in single quotes; comments and
 * blanks are dropped.
 *
 * <p>Refused whatever the database would do: control characters, a carriage return that ends no
 * line, parameters and variables, names with a backslash or a line end in them, characters outside
 * ASCII that are neither letter, mark nor digit where a name could stand, numbers that run into
 * names.
 */
public final class Scanner implements Lexer {
  private final Lexicon lexicon;

  public Scanner(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Token> read(String sql) throws UnreadableText {
    Characters.requirePlain(sql);
    return new Scan(lexicon, sql).all();
  }

  /** One pass over one text. */
  private static final class Scan {
    private final Lexicon lexicon;
    private final String sql;
    private final Blanks blanks;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Scan(Lexicon lexicon, String sql) {
      this.lexicon = lexicon;
      this.sql = sql;
      this.blanks = new Blanks(lexicon, sql);
    }

    List<Token> all() throws UnreadableText {
      at = blanks.skip(at);
      while (at < sql.length()) {
        token();
        at = blanks.skip(at);
      }
      return List.copyOf(tokens);
    }

    private void token() throws UnreadableText {
      char c = sql.charAt(at);
      if (c == '\'') {
        literal(at, "");
      } else if (c == '"') {
        doubleQuoted();
      } else if (c == '`' && lexicon.has(Trait.BACKTICK_NAMES)) {
        quotedName('`');
      } else if (c == '[' && lexicon.has(Trait.BRACKET_NAMES)) {
        quotedName(']');
      } else if (c == '$' && lexicon.has(Trait.DOLLAR_QUOTES)) {
        dollarQuoted();
      } else if (c == '$' && lexicon.has(Trait.MONEY_LITERALS)) {
        money();
      } else if (Characters.isDigit(c) && followsQualifier()) {
        word();
      } else if (Characters.isDigit(c) || startsFraction(c)) {
        number();
      } else if (Characters.startsName(sql, at) || lexicon.nameStarts().indexOf(c) >= 0) {
        word();
      } else {
        mark();
      }
    }

    private void doubleQuoted() throws UnreadableText {
      if (lexicon.has(Trait.DOUBLE_QUOTED_LITERALS)) {
        literal(at, "");
      } else {
        quotedName('"');
      }
    }

    private void literal(int quote, String prefix) throws UnreadableText {
      int start = at;
      QuotedText text = QuotedText.literal(sql, quote, lexicon.has(Trait.BACKSLASH_ESCAPES));
      tokens.add(new Token(TokenKind.STRING, prefix + "'" + text.value() + "'", "", start));
      at = text.end();
    }

    private void dollarQuoted() throws UnreadableText {
      int start = at;
      QuotedText text = QuotedText.dollarQuoted(sql, at);
      String value = text.value().replace("'", "''");
      if (lexicon.has(Trait.BACKSLASH_ESCAPES)) {
        value = value.replace("\\", "\\\\");
      }
      tokens.add(new Token(TokenKind.STRING, "'" + value + "'", "", start));
      at = text.end();
    }

    private void quotedName(char close) throws UnreadableText {
      int start = at;
      if (close == '"' && sql.startsWith("\"\"", at) && peek(2) != '"' && allowsEmptyNames()) {
        tokens.add(new Token(TokenKind.QUOTED_NAME, "\"\"", "", start));
        at += 2;
        return;
      }
      QuotedText text = QuotedText.name(sql, at, close);
      at = text.end();
      String written = sql.substring(start, at);
      tokens.add(new Token(TokenKind.QUOTED_NAME, written, text.value(), start));
    }

    private boolean allowsEmptyNames() {
      return lexicon.has(Trait.EMPTY_NAMES);
    }

    private void word() throws UnreadableText {
      int start = at;
      at++;
      while (at < sql.length() && continuesName()) {
        at += Character.charCount(sql.codePointAt(at));
      }
      String text = sql.substring(start, at);
      String folded = Characters.foldAscii(text);
      if (peek(0) == '\'') {
        String prefix = folded.toUpperCase(java.util.Locale.ROOT);
        if (lexicon.literalPrefixes().contains(prefix)) {
          int quote = at;
          at = start;
          literal(quote, prefix);
          return;
        }
      }
      if (text.equalsIgnoreCase("u") && peek(0) == '&') {
        throw new UnreadableText(
            "Unicode escapes written U& are not read; write the characters themselves.", start);
      }
      tokens.add(new Token(TokenKind.WORD, text, folded, start));
    }

    private boolean continuesName() {
      char c = sql.charAt(at);
      return c == '$'
          ? lexicon.moreNameCharacters().indexOf('$') >= 0
          : Characters.continuesName(sql, at) || lexicon.moreNameCharacters().indexOf(c) >= 0;
    }

    private boolean startsFraction(char c) {
      return c == '.' && Characters.isDigit(peek(1)) && !touchesQualifier() && !picksElement();
    }

    // At the dot of t.1, not of t .1 or 'x'.1
    private boolean touchesQualifier() {
      return lexicon.has(Trait.DIGITS_AFTER_DOT_ARE_NAMES)
          && !tokens.isEmpty()
          && tokens.getLast().kind() == TokenKind.WORD
          && tokens.getLast().position() + tokens.getLast().text().length() == at;
    }

    // At the digit of t.1
    private boolean followsQualifier() {
      return lexicon.has(Trait.DIGITS_AFTER_DOT_ARE_NAMES)
          && !tokens.isEmpty()
          && tokens.getLast().isMark(".")
          && tokens.getLast().position() + 1 == at;
    }

    private void number() throws UnreadableText {
      int start = at;
      boolean element = !tokens.isEmpty() && tokens.getLast().isMark(".");
      if (element && lexicon.has(Trait.ELEMENT_NUMBERS)) {
        elementNumber();
        return;
      }
      at = Numbers.end(sql, at, lexicon.has(Trait.DIGIT_SEPARATORS));
      if (at < sql.length() && continuesName()) {
        if (!mayStartName(start) || !lexicon.has(Trait.DIGITS_START_NAMES)) {
          throw new UnreadableText("A number runs into a name; put a blank between them.", start);
        }
        at = start;
        word();
        return;
      }
      if (peek(0) == '.') {
        throw new UnreadableText("A number runs into a dot; put a blank between them.", start);
      }
      tokens.add(new Token(TokenKind.NUMBER, sql.substring(start, at), "", start));
    }

    // 1st and 0x1z are names; 1e3z is the number 1e3 and a name, and not read at all.
    private boolean mayStartName(int start) {
      String number = sql.substring(start, at);
      return number.chars().allMatch(Characters::isDigit) || number.matches("0[xXbBoO].*");
    }

    // Whether the dot here belongs to the token before it.
    private boolean picksElement() {
      if (!lexicon.has(Trait.ELEMENT_NUMBERS) || tokens.isEmpty()) {
        return false;
      }
      Token before = tokens.getLast();
      return before.isNamed()
          || before.kind() == TokenKind.NUMBER
          || before.isMark(")")
          || before.isMark("]");
    }

    private void elementNumber() throws UnreadableText {
      int start = at;
      while (Characters.isDigit(peek(0))) {
        at++;
      }
      if (at < sql.length() && continuesName()) {
        throw new UnreadableText("A number runs into a name; put a blank between them.", start);
      }
      tokens.add(new Token(TokenKind.NUMBER, sql.substring(start, at), "", start));
    }

    private void money() throws UnreadableText {
      int start = at;
      at++;
      while (Characters.isDigit(peek(0)) || (peek(0) == '.' && Characters.isDigit(peek(1)))) {
        at++;
      }
      if (at < sql.length() && continuesName()) {
        throw new UnreadableText("A dollar sign starts no number here; remove it.", start);
      }
      tokens.add(new Token(TokenKind.NUMBER, sql.substring(start, at), "", start));
    }

    private void mark() throws UnreadableText {
      for (String mark : lexicon.marks()) {
        if (sql.startsWith(mark, at)) {
          TokenKind kind = Lexicon.isPunctuation(mark) ? TokenKind.PUNCTUATION : TokenKind.OPERATOR;
          tokens.add(new Token(kind, mark, "", at));
          at += mark.length();
          return;
        }
      }
      throw new UnreadableText(
          "A character that no SQL token starts with stands outside a literal, or a parameter;"
              + " write the value itself.",
          at);
    }

    private char peek(int ahead) {
      return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }
  }
}

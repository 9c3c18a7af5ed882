package io.custard.conversation.statement;

import io.custard.guard.Dialect;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as a statement writes it: a number, a text, a truth value or a date, without quotes. */
record Literal(String value) {
  private static final Set<String> TYPES =
      Set.of("date", "timestamp", "datetime", "timestamptz", "text", "varchar");
  private static final Set<String> WORDS = Set.of("true", "false");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](00:00(?::00(?:\\.0+)?)?|23:59(?::59.*)?))?");

  /** The literal that is all of a span. */
  static Optional<Literal> of(Statement tokens, Span span, Dialect dialect) {
    Span bare = span.bare(tokens);
    Token first = tokens.at(bare.from());
    Token last = tokens.at(bare.to() - 1);
    return switch (bare.size()) {
      case 1 -> single(first, dialect);
      case 2 -> {
        if (first.isMark("-") && last.kind() == TokenKind.NUMBER) {
          yield Optional.of(new Literal("-" + last.text()));
        }
        yield isType(first) ? text(last, dialect) : Optional.empty();
      }
      case 3 ->
          tokens.at(bare.from() + 1).isMark("::") && isType(last)
              ? text(first, dialect)
              : Optional.empty();
      case 4 -> first.isWord("date") ? text(tokens.at(bare.from() + 2), dialect) : Optional.empty();
      case 6 ->
          first.isWord("cast") && isType(tokens.at(bare.to() - 2))
              ? text(tokens.at(bare.from() + 2), dialect)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The literals of a list in parentheses; empty if one is none. */
  static List<String> list(Statement tokens, Span list, Dialect dialect) {
    List<Span> items = list.bare(tokens).items(tokens);
    List<String> values =
        items.stream().flatMap(i -> of(tokens, i, dialect).stream()).map(Literal::value).toList();
    return values.size() == items.size() ? values : List.of();
  }

  private static boolean isType(Token token) {
    return token.kind() == TokenKind.WORD && TYPES.contains(token.name());
  }

  private static Optional<Literal> single(Token token, Dialect dialect) {
    if (token.kind() == TokenKind.NUMBER) {
      return Optional.of(new Literal(token.text()));
    }
    boolean truth = token.kind() == TokenKind.WORD && WORDS.contains(token.name());
    return truth ? Optional.of(new Literal(token.name())) : text(token, dialect);
  }

  private static Optional<Literal> text(Token token, Dialect dialect) {
    String text = token.text();
    if (token.kind() != TokenKind.STRING || !text.startsWith("'") || text.length() < 2) {
      return Optional.empty();
    }
    String value = text.substring(1, text.length() - 1).replace("''", "'");
    if (dialect == Dialect.MYSQL && value.contains("\\")) {
      // What else a backslash makes is left alone.
      return value.replace("\\\\", "").contains("\\")
          ? Optional.empty()
          : Optional.of(new Literal(value.replace("\\\\", "\\")));
    }
    return Optional.of(new Literal(value));
  }

  /** The day it names, at its beginning. */
  Optional<LocalDate> day() {
    Matcher matcher = DAY.matcher(value);
    boolean matches = matcher.matches();
    String time = matches ? matcher.group(2) : null;
    return matches && (time == null || time.startsWith("00")) ? parsed(matcher) : Optional.empty();
  }

  /** The day it names, at its very end. */
  Optional<LocalDate> endOfDay() {
    Matcher matcher = DAY.matcher(value);
    boolean matches = matcher.matches();
    String time = matches ? matcher.group(2) : null;
    return time != null && time.startsWith("23") ? parsed(matcher) : Optional.empty();
  }

  private static Optional<LocalDate> parsed(Matcher matcher) {
    try {
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

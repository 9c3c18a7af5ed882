package io.custard.guard.duckdb;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Finds where a type ends. What a type may hold is written out here, names, types, numbers and
 * literals, so that no expression can stand in what is left out for the parser.
 */
final class DuckdbTypes {
  private static final Set<String> SECOND_WORDS = Set.of("precision", "varying");
  private static final Set<String> CASTS = Set.of("cast", "try_cast");
  // Types with arguments that may stand in front of a literal; any other name might be a call.
  private static final Set<String> BEFORE_LITERAL =
      Set.of(
          ("decimal numeric dec varchar char character bpchar text string nvarchar bit timestamp"
                  + " time interval float double")
              .split(" ", -1));
  private static final Set<String> UNITS =
      Set.of(
          ("year years month months day days hour hours minute minutes second seconds millisecond"
                  + " milliseconds microsecond microseconds week weeks quarter quarters decade"
                  + " decades century centuries millennium millennia")
              .split(" ", -1));

  private DuckdbTypes() {}

  /** The index after the type that starts at {@code from}, or -1 if none starts there. */
  static int end(Statement statement, int from) {
    Token first = statement.at(from);
    if (!first.isNamed()) {
      return -1;
    }
    int at = from + 1;
    while (statement.at(at).isMark(".") && statement.at(at + 1).isNamed()) {
      at += 2;
    }
    while (statement.at(at).kind() == TokenKind.WORD
        && SECOND_WORDS.contains(statement.at(at).name())) {
      at++;
    }
    if (first.isWord("interval")) {
      at = unitsEnd(statement, at);
    }
    if (statement.at(at).isMark("(") && isArguments(statement, at)) {
      at = statement.partner(at) + 1;
    }
    return arrayEnd(statement, zoneEnd(statement, at));
  }

  /** The index of the literal of {@code type 'literal'}, or -1 if nothing of that form is here. */
  static int typedLiteral(Statement statement, int from) {
    int end = end(statement, from);
    return end >= 0 && statement.at(end).kind() == TokenKind.STRING ? end : -1;
  }

  /** The index after the unit of an interval, which may be {@code YEAR TO MONTH}. */
  static int unitsEnd(Statement statement, int from) {
    if (!isUnit(statement.at(from))) {
      return from;
    }
    return statement.at(from + 1).isWord("to") && isUnit(statement.at(from + 2))
        ? from + 3
        : from + 1;
  }

  /** Whether the name in front of a parenthesis is a type, or the name of a field in one. */
  static boolean isType(Statement statement, int at) {
    for (int i = at; i >= 0; i = statement.enclosing(i) - 1) {
      int start = statement.chainStart(i);
      if (isTypePlace(statement, start) && end(statement, start) > at) {
        return true;
      }
      if (statement.enclosing(i) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Whether the AS at {@code at} is the one of CAST, with nothing but a type behind it. */
  static boolean isCastAs(Statement statement, int at) {
    int open = statement.enclosing(at);
    Token cast = statement.at(open - 1);
    return open > 0
        && statement.at(open).isMark("(")
        && cast.kind() == TokenKind.WORD
        && CASTS.contains(cast.name())
        && end(statement, at + 1) == statement.partner(open);
  }

  private static boolean isTypePlace(Statement statement, int start) {
    return statement.at(start - 1).isMark("::")
        || (statement.at(start - 1).isWord("as") && isCastAs(statement, start - 1))
        || (BEFORE_LITERAL.contains(statement.at(start).name())
            && statement.at(start).kind() == TokenKind.WORD
            && typedLiteral(statement, start) >= 0);
  }

  private static boolean isUnit(Token token) {
    return token.kind() == TokenKind.WORD && UNITS.contains(token.name());
  }

  // Types within MAP, fields of a name and a type within STRUCT, literals within ENUM, else
  // numbers.
  private static boolean isArguments(Statement statement, int open) {
    int close = statement.partner(open);
    int at = open + 1;
    while (at < close) {
      int end = argumentEnd(statement, open, at);
      if (end < 0 || !(end == close || statement.at(end).isMark(","))) {
        return false;
      }
      at = end + 1;
    }
    return close > open + 1;
  }

  private static int argumentEnd(Statement statement, int open, int from) {
    TokenKind kind = statement.at(from).kind();
    return switch (statement.at(open - 1).name()) {
      case "enum", "geometry" -> kind == TokenKind.STRING ? from + 1 : -1;
      case "map" -> end(statement, from);
      case "struct", "row", "union" -> statement.at(from).isNamed() ? end(statement, from + 1) : -1;
      default -> kind == TokenKind.NUMBER ? from + 1 : -1;
    };
  }

  private static int zoneEnd(Statement statement, int from) {
    boolean with = statement.at(from).isWord("with") || statement.at(from).isWord("without");
    boolean zone = statement.at(from + 1).isWord("time") && statement.at(from + 2).isWord("zone");
    return with && zone ? from + 3 : from;
  }

  private static int arrayEnd(Statement statement, int from) {
    int at = statement.at(from).isWord("array") ? from + 1 : from;
    while (statement.at(at).isMark("[") && isBound(statement, at)) {
      at = statement.partner(at) + 1;
    }
    return at;
  }

  private static boolean isBound(Statement statement, int open) {
    int length = statement.partner(open) - open - 1;
    return length == 0 || (length == 1 && statement.at(open + 1).kind() == TokenKind.NUMBER);
  }
}

package io.custard.guard.postgresql;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Finds where a type ends. A type is never executed text, so the reading for the parser can leave
 * it out; what it may look like is PostgreSQL's {@code Typename} rule.
 */
final class PostgresTypes {
  private static final Set<String> SECOND_WORDS =
      Set.of("precision", "varying", "character", "char");
  private static final Set<String> INTERVAL_FIELDS =
      Set.of("year", "month", "day", "hour", "minute", "second", "to");

  private PostgresTypes() {}

  /** The index after the type that starts at {@code from}, or -1 if none starts there. */
  static int end(Statement statement, int from) {
    int at = statement.at(from).isWord("setof") ? from + 1 : from;
    at = nameEnd(statement, at);
    if (at < 0) {
      return -1;
    }
    at = modifiersEnd(statement, at);
    at = zoneEnd(statement, at);
    at = intervalFieldsEnd(statement, from, at);
    if (statement.at(at).isWord("array")) {
      at++;
    }
    while (statement.at(at).isMark("[") && isBound(statement, at)) {
      at = statement.partner(at) + 1;
    }
    return at;
  }

  /** The index of the literal of {@code type 'literal'}, or -1 if nothing of that form is here. */
  static int typedLiteral(Statement statement, int from) {
    int at = nameEnd(statement, from);
    if (at < 0) {
      return -1;
    }
    at = zoneEnd(statement, modifiersEnd(statement, at));
    return statement.at(at).kind() == TokenKind.STRING ? at : -1;
  }

  /** The index after the field words of {@code interval '...' day to second(3)}. */
  static int intervalFieldsEnd(Statement statement, int typeStart, int from) {
    int at = from;
    if (statement.at(typeStart).isWord("interval")) {
      while (statement.at(at).kind() == TokenKind.WORD
          && INTERVAL_FIELDS.contains(statement.at(at).name())) {
        at++;
      }
      if (at > from) {
        at = modifiersEnd(statement, at);
      }
    }
    return at;
  }

  private static int nameEnd(Statement statement, int from) {
    Token first = statement.at(from);
    boolean startsType =
        first.isNamed()
            && !PostgresKeywords.isReserved(first)
            && !PostgresKeywords.isTypeOrFunction(first);
    if (!startsType) {
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
    return at;
  }

  private static int modifiersEnd(Statement statement, int from) {
    if (!statement.at(from).isMark("(")) {
      return from;
    }
    int close = statement.partner(from);
    for (int i = from + 1; i < close; i++) {
      if (statement.at(i).kind() != TokenKind.NUMBER && !statement.at(i).isMark(",")) {
        return from;
      }
    }
    return close + 1;
  }

  private static int zoneEnd(Statement statement, int from) {
    boolean with = statement.at(from).isWord("with") || statement.at(from).isWord("without");
    boolean zone = statement.at(from + 1).isWord("time") && statement.at(from + 2).isWord("zone");
    return with && zone ? from + 3 : from;
  }

  private static boolean isBound(Statement statement, int open) {
    int length = statement.partner(open) - open - 1;
    return length == 0 || (length == 1 && statement.at(open + 1).kind() == TokenKind.NUMBER);
  }
}

package io.custard.guard.trino;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * {@code FOR VERSION AS OF e} and {@code FOR TIMESTAMP AS OF e} behind a relation, with an
 * expression of literals, signs and calls, which are judged by their names: no column and no query
 * can stand in it.
 */
final class TimeTravel {
  private static final Set<String> VALUES =
      Set.of("current_timestamp", "current_date", "localtimestamp");
  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private TimeTravel() {}

  /** The index behind the expression; -1 if there is none of this form at {@code at}. */
  static int end(Statement statement, TrinoWords words, int at) {
    Token what = statement.at(at + 1);
    boolean starts =
        statement.at(at).isWord("for")
            && (what.isWord("version") || what.isWord("timestamp"))
            && statement.at(at + 2).isWord("as")
            && statement.at(at + 3).isWord("of");
    if (!starts) {
      return -1;
    }
    int end = at + 4;
    while (isPart(statement, words, end)) {
      end = statement.at(end).isMark("(") ? statement.partner(end) + 1 : end + 1;
    }
    return end > at + 4 && words.endsOperand(end - 1) ? end : -1;
  }

  // A name without a parenthesis would be an alias, which must not be left out.
  private static boolean isPart(Statement statement, TrinoWords words, int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER -> true;
      case OPERATOR -> token.isMark("+") || token.isMark("-");
      case PUNCTUATION -> token.isMark("(") && isPlain(statement, words, at);
      case WORD -> VALUES.contains(token.name()) || isWordOfPart(statement, words, at);
      case QUOTED_NAME -> false;
    };
  }

  private static boolean isWordOfPart(Statement statement, TrinoWords words, int at) {
    Token token = statement.at(at);
    Token after = statement.at(at + 1);
    if (words.endsOperand(at - 1)) {
      return UNITS.contains(token.name()) && words.isKeyword(at - 2, "interval");
    }
    boolean typed = token.isWord("timestamp") || token.isWord("date") || token.isWord("interval");
    return after.isMark("(") || (typed && after.kind() == TokenKind.STRING);
  }

  private static boolean isPlain(Statement statement, TrinoWords words, int open) {
    for (int i = open + 1; i < statement.partner(open); i++) {
      if (!isPart(statement, words, i)
          && !statement.at(i).isMark(",")
          && !statement.at(i).isMark(")")) {
        return false;
      }
    }
    return true;
  }
}

package io.custard.guard.mysql;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.List;

/**
 * {@code t FOR SYSTEM_TIME ...}, MariaDB's reading of rows as they were. Its points in time are
 * expressions, so they have to come before the parser; one is read if it is a literal, a call or in
 * parentheses, with an interval added or taken away.
 *
 * @param tableEnd the index behind the table's name
 * @param points the expressions
 * @param end the index behind all of it; -1 if there is no such clause, or none that is understood
 */
record MySqlHistory(int tableEnd, List<Point> points, int end) {
  /** An expression that starts at one token and ends before another; an end of -1 is none. */
  record Point(int start, int end) {}

  boolean isPresent() {
    return end > 0;
  }

  static MySqlHistory read(Statement statement, int table, int tableEnd) {
    boolean clause =
        table < tableEnd
            && statement.at(tableEnd).isWord("for")
            && statement.at(tableEnd + 1).isWord("system_time");
    return clause ? clause(statement, tableEnd) : new MySqlHistory(tableEnd, List.of(), -1);
  }

  private static MySqlHistory clause(Statement statement, int tableEnd) {
    int at = tableEnd + 2;
    return switch (statement.at(at).name()) {
      case "all" -> new MySqlHistory(tableEnd, List.of(), at + 1);
      case "as" -> {
        Point point = point(statement, statement.at(at + 1).isWord("of") ? at + 2 : -1);
        yield new MySqlHistory(tableEnd, List.of(point), point.end());
      }
      case "between", "from" -> {
        Point low = point(statement, at + 1);
        String word = statement.at(at).isWord("from") ? "to" : "and";
        Point high = point(statement, statement.at(low.end()).isWord(word) ? low.end() + 1 : -1);
        yield new MySqlHistory(tableEnd, List.of(low, high), high.end());
      }
      default -> new MySqlHistory(tableEnd, List.of(), -1);
    };
  }

  private static Point point(Statement statement, int from) {
    boolean typed =
        statement.at(from).isWord("timestamp") || statement.at(from).isWord("transaction");
    int start = typed && !statement.at(from + 1).isMark("(") ? from + 1 : from;
    int end = operandEnd(statement, start);
    while (end > 0 && (statement.at(end).isMark("+") || statement.at(end).isMark("-"))) {
      boolean interval = statement.at(end + 1).isWord("interval");
      end = operandEnd(statement, interval ? end + 2 : end + 1);
      if (interval && end > 0) {
        end = MySqlWords.isUnit(statement.at(end)) ? end + 1 : -1;
      }
    }
    return new Point(start, end);
  }

  private static int operandEnd(Statement statement, int at) {
    Token token = statement.at(at);
    if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.NUMBER) {
      return at + 1;
    }
    int open = token.isNamed() ? at + 1 : at;
    return statement.at(open).isMark("(") ? statement.partner(open) + 1 : -1;
  }
}

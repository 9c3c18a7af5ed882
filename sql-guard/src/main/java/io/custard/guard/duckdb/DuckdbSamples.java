package io.custard.guard.duckdb;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/** Finds where a sample ends. It holds numbers and words of sampling; anything else is no part. */
final class DuckdbSamples {
  private static final Set<String> SAMPLE_WORDS =
      Set.of("percent", "rows", "row", "repeatable", "bernoulli", "system", "reservoir");

  private DuckdbSamples() {}

  /** The index behind the sample at {@code from}; {@code from} if there is none. */
  static int end(Statement statement, int from) {
    int end = from;
    while (isSample(statement, end)) {
      end++;
    }
    return end;
  }

  private static boolean isSample(Statement statement, int at) {
    Token token = statement.at(at);
    int open = statement.partner(at);
    if (token.isMark("(") || token.isMark(")")) {
      return isPlain(statement, Math.min(at, open), Math.max(at, open));
    }
    return token.kind() == TokenKind.NUMBER
        || token.isMark("%")
        || (token.isMark(",")
            && statement.at(statement.enclosing(at)).isMark("(")
            && isPlain(
                statement, statement.enclosing(at), statement.partner(statement.enclosing(at))))
        || DuckdbClauses.isOneOf(token, SAMPLE_WORDS);
  }

  private static boolean isPlain(Statement statement, int open, int close) {
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      if (token.kind() != TokenKind.NUMBER
          && !token.isMark("%")
          && !token.isMark(",")
          && !DuckdbClauses.isOneOf(token, SAMPLE_WORDS)) {
        return false;
      }
    }
    return open >= 0 && close > open + 1;
  }
}

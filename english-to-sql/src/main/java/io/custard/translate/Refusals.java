package io.custard.translate;

import io.custard.translate.read.NotUnderstood;
import io.custard.translate.text.Token;
import java.util.List;
import java.util.Set;

/** Refuses what no SELECT answers: reasons, forecasts, opinions and orders to change data. */
final class Refusals {
  private static final Set<String> ANYWHERE =
      Set.of(
          "why",
          "predict",
          "forecast",
          "recommend",
          "suggest",
          "should",
          "opinion",
          "think",
          "feel",
          "likely",
          "probably",
          "probability",
          "trend",
          "correlation",
          "correlate",
          "correlated",
          "reason",
          "cause",
          "explain",
          "versus",
          "percentage",
          "ratio",
          "proportion",
          "difference",
          "median",
          "percentile",
          "variance",
          "deviation",
          "growth",
          "compare",
          "if",
          "ago",
          "consecutive",
          "cumulative",
          "running");
  private static final Set<String> FIRST =
      Set.of(
          "delete",
          "drop",
          "insert",
          "update",
          "create",
          "alter",
          "remove",
          "truncate",
          "add",
          "set",
          "change",
          "write",
          "hello",
          "hi",
          "thanks",
          "thank",
          "is",
          "are",
          "does",
          "do",
          "did",
          "can",
          "was",
          "were",
          "has",
          "have",
          "will",
          "would",
          "could");

  private Refusals() {}

  static void check(List<Token> tokens) {
    Token first = tokens.get(0);
    boolean asked =
        tokens.size() > 3
            && (first.is("can") || first.is("could") || first.is("would"))
            && tokens.get(1).is("you");
    if (FIRST.contains(first.lower()) && !asked && first.kind() == Token.Kind.WORD) {
      throw new NotUnderstood("a question that begins with '" + first.text() + "'");
    }
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.WORD && ANYWHERE.contains(token.lower())) {
        throw new NotUnderstood("what '" + token.text() + "' asks for");
      }
    }
  }
}

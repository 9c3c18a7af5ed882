package io.custard.evaluation.replay;

import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.rows.GoldMatch;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.rows.RowTape;
import io.custard.evaluation.set.Question;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The right results of one database's questions, each fetched once. Safe for several threads. */
final class GoldResults {
  private final DirectDatabase database;
  private final Map<String, List<RowTape.Rows>> known = new ConcurrentHashMap<>();

  GoldResults(DirectDatabase database) {
    this.database = database;
  }

  /** Whether the outcome is one of the question's right results. */
  boolean has(Question question, Outcome outcome) {
    return outcome instanceof Outcome.Ran ran
        && known.computeIfAbsent(question.id(), id -> fetch(question)).stream()
            .anyMatch(gold -> GoldMatch.is(gold, ran.rows(), question.ordered()));
  }

  /** A gold statement that does not run has no result. */
  private List<RowTape.Rows> fetch(Question question) {
    return question.gold().stream()
        .map(database::run)
        .filter(Outcome.Ran.class::isInstance)
        .map(outcome -> ((Outcome.Ran) outcome).rows())
        .toList();
  }
}

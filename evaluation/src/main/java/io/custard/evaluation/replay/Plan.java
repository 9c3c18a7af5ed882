package io.custard.evaluation.replay;

import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Question;
import io.custard.evaluation.set.Questions;
import io.custard.evaluation.set.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which statement is run where.
 *
 * @param databases the statements of each SQLite file, in the order in which the files are named
 * @param left statements that are run nowhere, with the reason
 */
record Plan(Map<Path, List<Job>> databases, Map<Recorded, Outcome.Failed> left) {
  static Plan of(List<Recorded> statements, Questions questions) {
    Plan plan = new Plan(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Recorded statement : statements) {
      plan.add(statement, questions.find(statement.id()));
    }
    return plan;
  }

  private void add(Recorded statement, Optional<Question> question) {
    if (question.isEmpty()) {
      leave(statement, "EVAL_QUESTION_UNKNOWN", "no set has a question of this id");
    } else if (!question.get().isReplayable()) {
      leave(
          statement,
          "EVAL_SET_UNSUPPORTED",
          "unsupported set: " + question.get().set() + " is no SQLite file");
    } else if (!Files.isRegularFile(question.get().database())) {
      leave(statement, "EVAL_DATABASE_MISSING", "the question's database is not there");
    } else if (statement.sql().isBlank()) {
      leave(statement, "EVAL_DECLINED", "the model wrote no statement");
    } else {
      databases
          .computeIfAbsent(question.get().database(), file -> new ArrayList<>())
          .add(new Job(statement, question.get()));
    }
  }

  private void leave(Recorded statement, String code, String why) {
    left.put(statement, new Outcome.Failed(code, why));
  }
}

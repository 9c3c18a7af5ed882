package io.custard.query.step.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.answer.Answer;
import io.custard.query.answer.AnswerTemplate;
import io.custard.query.answer.ModelSentence;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.result.StatementResult;
import io.custard.query.step.compose.Composed;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the rows into a sentence. */
@ApplicationScoped
public class PhraseAnswer implements Step<Work, Answered> {
  private final ObjectMapper json;

  PhraseAnswer(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public StepKey<Answered> key() {
    return Answered.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Composed.STEP, Executed.STEP);
  }

  /** Nobody has told facts of columns yet, so numbers stand without units. */
  @Override
  public Uni<Outcome<Answered>> run(Work work, Outputs outputs) {
    StatementResult result = outputs.get(Executed.STEP).result(json);
    Answer said =
        Answer.of(
            outputs.find(Composed.STEP).flatMap(made -> template(made, result)).orElse(null),
            result,
            Map.of(),
            work.reader());
    return Uni.createFrom().item(new Outcome.Done<>(new Answered(said.text(), said.parts())));
  }

  /** A model's sentence counts only when all its figures are references to cells that are there. */
  private static Optional<AnswerTemplate> template(Composed composed, StatementResult result) {
    if (composed.sentence() != null) {
      return switch (ModelSentence.judge(composed.sentence(), result)) {
        case ModelSentence.Accepted accepted -> Optional.of(accepted.template());
        case ModelSentence.Refused refused -> Optional.empty();
      };
    }
    return Optional.ofNullable(composed.template()).map(AnswerTemplate::parse);
  }
}

package io.custard.query.step;

import io.custard.query.execution.StatementAudit;
import io.custard.query.graph.Graph;
import io.custard.query.graph.Journal;
import io.custard.query.graph.JournalLost;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.history.Asking;
import io.custard.query.history.History;
import io.custard.query.history.Told;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.Validated;
import io.custard.query.step.plan.Mapped;
import io.custard.query.step.plan.Planned;
import io.custard.query.step.plan.Recalled;
import io.custard.query.step.result.Executed;
import io.custard.query.telemetry.StepTelemetry;
import io.custard.query.work.Work;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * All steps, as what they say of themselves puts them in order: from a question to a statement that
 * our checks accept, and on to its answer. How it ends is told to the asker's history; what comes
 * to nothing before there is a statement is told to the audit log too, which hears of statements
 * when they have run.
 */
@ApplicationScoped
public class AnswerGraph {
  /** Those that put the question into SQL. */
  public static final List<StepKey<?>> COMPOSING =
      List.of(Planned.STEP, Mapped.STEP, Recalled.STEP, Composed.STEP, Validated.STEP);

  private final Graph<Work> toAnswer;
  private final Graph<Work> toStatement;
  private final StatementAudit audit;
  private final History history;
  private final StepTelemetry telemetry;

  AnswerGraph(
      @All List<Step<Work, ?>> steps,
      StatementAudit audit,
      History history,
      StepTelemetry telemetry) {
    this.toAnswer = new Graph<>(steps.stream().map(step -> traced(step, telemetry)).toList());
    this.telemetry = telemetry;
    this.toStatement = toAnswer.upTo(Validated.STEP);
    this.audit = audit;
    this.history = history;
  }

  /** Up to a statement that may be run; whoever runs it tells the history. */
  public Uni<Outputs> statement(Work work) {
    Seen seen = new Seen(Journal.NONE);
    return told(work, seen, toStatement.run(work, Outputs.NONE, seen))
        .onFailure()
        .invoke(failure -> failed(work, seen, failure));
  }

  /** Up to the answer, from where the journal of a former run ends. */
  public Uni<Outputs> answer(Work work, Outputs before, Journal journal) {
    Seen seen = new Seen(journal);
    return told(work, seen, toAnswer.run(work, before, seen))
        .invoke(outputs -> history.record(answered(work, outputs)))
        .onFailure(failure -> !(failure instanceof JournalLost))
        .invoke(failure -> failed(work, seen, failure));
  }

  /** The steps, for journals that name them. */
  public Graph<Work> graph() {
    return toAnswer;
  }

  private Uni<Outputs> told(Work work, Seen seen, Uni<Outputs> run) {
    return telemetry.workflow(work.asked().question(), seen::by, run);
  }

  private static <O> Step<Work, O> traced(Step<Work, O> step, StepTelemetry telemetry) {
    return new TracedStep<>(step, telemetry);
  }

  private void failed(Work work, Seen seen, Throwable failure) {
    if (!seen.hasStatement()) {
      audit.refused(work.asker(), work.connection().id(), work.asked().sql(), failure);
    }
    String sql = seen.hasStatement() ? seen.sql() : work.asked().sql();
    history.record(work.asking().failed(work.asker().question(), sql, seen.model(), failure));
  }

  private static Told answered(Work work, Outputs outputs) {
    Asking asking = work.asking();
    Executed executed = outputs.get(Executed.STEP);
    Optional<Composed> composed = outputs.find(Composed.STEP);
    return asking.answered(
        work.asker().question(),
        outputs.get(Validated.STEP).sql(),
        composed.map(Composed::model).orElse(null),
        new Told.Figures(
            executed.rowCount(),
            executed.truncated() != null,
            outputs.millis(COMPOSING),
            executed.executeMs(),
            asking.millis(),
            composed.map(Composed::promptTokens).orElse(null),
            composed.map(Composed::answerTokens).orElse(null)));
  }
}

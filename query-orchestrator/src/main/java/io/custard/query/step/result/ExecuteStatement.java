package io.custard.query.step.result;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.result.CollectRows;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.ValidateStatement;
import io.custard.query.step.compose.Validated;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Runs the statement on an agent, its rows meant for the person. What a model wrote and the
 * database refuses goes back to the model.
 */
@ApplicationScoped
public class ExecuteStatement implements Step<Work, Executed> {
  private final CollectRows rows;
  private final ValidateStatement judge;

  ExecuteStatement(CollectRows rows, ValidateStatement judge) {
    this.rows = rows;
    this.judge = judge;
  }

  @Override
  public StepKey<Executed> key() {
    return Executed.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Composed.STEP, Validated.STEP);
  }

  @Override
  public Uni<Outcome<Executed>> run(Work work, Outputs outputs) {
    return rows.run(judge.statement(work, outputs))
        .<Outcome<Executed>>map(result -> new Outcome.Done<>(Executed.of(result)))
        .onFailure(refusal ->
            ErrorCode.SQL_EXECUTION_FAILED.isOf(refusal) && Composed.isRepairable(outputs))
        .recoverWithItem(
            refusal -> new Outcome.Back<>(Composed.STEP, ((CustardException) refusal).detail()))
        .onFailure(ErrorCode.SQL_EXECUTION_FAILED::isOf)
        .transform(refusal -> hinted((CustardException) refusal, outputs.get(Validated.STEP)));
  }

  /** With the names that were probably meant. */
  private static CustardException hinted(CustardException refusal, Validated validated) {
    return validated.problems().isEmpty()
        ? refusal
        : new CustardException(
            refusal.code(), refusal.detail() + " " + validated.problems().getFirst());
  }
}

package io.custard.query.step.compose;

import io.custard.check.Caution;
import io.custard.check.Findings;
import io.custard.check.Problem;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.Execute;
import io.custard.query.check.CheckStatement;
import io.custard.query.execution.Statement;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.guard.StatementGuard;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Judges the statement before anything is sent: the guard decides, and names, types and joins are
 * held against the schema. What a model wrote goes back to it with the reason; a person's own
 * statement is only ever refused by the guard, as the schema may be a moment old.
 */
@ApplicationScoped
public class ValidateStatement implements Step<Work, Validated> {
  /** More would be read by nobody, and the first often are the cause of the others. */
  private static final int MOST_PROBLEMS = 3;

  private final StatementGuard guard;
  private final CheckStatement checks;

  ValidateStatement(StatementGuard guard, CheckStatement checks) {
    this.guard = guard;
    this.checks = checks;
  }

  @Override
  public StepKey<Validated> key() {
    return Validated.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Composed.STEP);
  }

  @Override
  public Uni<Outcome<Validated>> run(Work work, Outputs outputs) {
    return validated(work, sql(work, outputs))
        .<Outcome<Validated>>map(validated -> {
          if (!validated.problems().isEmpty() && Composed.isByModel(outputs)) {
            throw wrong(validated);
          }
          return new Outcome.Done<>(validated);
        })
        .onFailure(refusal -> refusal instanceof CustardException && Composed.isRepairable(outputs))
        .recoverWithItem(
            refusal -> new Outcome.Back<>(Composed.STEP, ((CustardException) refusal).detail()));
  }

  /** What may be run, its rows meant for the person; judged again where another process did. */
  public Statement statement(Work work, Outputs outputs) {
    Validated validated = outputs.get(Validated.STEP);
    Verdict.Accepted accepted =
        validated.accepted() != null
            ? validated.accepted()
            : guard.accept(work.connection(), validated.sql());
    return new Statement(work.connection(), accepted, work.limits(), Execute.RESULT, work.asker());
  }

  private static String sql(Work work, Outputs outputs) {
    String given = work.asked().sql();
    return given != null ? given : outputs.get(Composed.STEP).sql();
  }

  private Uni<Validated> validated(Work work, String sql) {
    return Uni.createFrom()
        .item(() -> guard.accept(work.connection(), sql))
        .chain(accepted -> findings(work, accepted).map(findings -> validated(accepted, findings)));
  }

  /** What reads no table cannot be wrong about one. */
  private Uni<Findings> findings(Work work, Verdict.Accepted accepted) {
    return accepted.relations().isEmpty()
        ? Uni.createFrom().item(Findings.NONE)
        : checks.findings(work.connection(), accepted);
  }

  private static Validated validated(Verdict.Accepted accepted, Findings findings) {
    return new Validated(
        accepted.sql(),
        List.copyOf(accepted.tables()),
        findings.problems().stream().limit(MOST_PROBLEMS).map(Problem::sentence).toList(),
        findings.cautions().stream().map(Caution::sentence).toList(),
        accepted);
  }

  private static CustardException wrong(Validated validated) {
    return new CustardException(
        ErrorCode.SQL_NAMES_UNKNOWN, String.join(" ", validated.problems()));
  }
}

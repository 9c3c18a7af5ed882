package io.custard.query.step.result;

import io.custard.query.check.CheckStatement;
import io.custard.query.evidence.Evidence;
import io.custard.query.example.Example;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.step.compose.ValidateStatement;
import io.custard.query.step.compose.Validated;
import io.custard.query.step.plan.Recalled;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Says what the answer rests on, while the database is at work. */
@ApplicationScoped
public class FindEvidence implements Step<Work, Evidence> {
  public static final StepKey<Evidence> STEP = new StepKey<>("evidence", Evidence.class);

  private final CheckStatement checks;
  private final ValidateStatement judge;

  FindEvidence(CheckStatement checks, ValidateStatement judge) {
    this.checks = checks;
    this.judge = judge;
  }

  @Override
  public StepKey<Evidence> key() {
    return STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Validated.STEP, Recalled.STEP);
  }

  @Override
  public Uni<Outcome<Evidence>> run(Work work, Outputs outputs) {
    List<String> tables = outputs.get(Validated.STEP).tables();
    return checks
        .columns(work.connection(), judge.statement(work, outputs).accepted())
        .map(columns ->
            work.asked().sql() == null
                ? Evidence.ofQuestion(tables, columns, examples(outputs))
                : Evidence.ofSql(tables, columns))
        .map(Outcome.Done::new);
  }

  private static List<Example> examples(Outputs outputs) {
    return outputs.find(Recalled.STEP).map(Recalled::examples).orElse(List.of());
  }
}

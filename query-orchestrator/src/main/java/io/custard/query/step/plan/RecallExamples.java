package io.custard.query.step.plan;

import io.custard.query.example.FindExamples;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Finds verified examples to show a model, while its tables are being found. */
@ApplicationScoped
public class RecallExamples implements Step<Work, Recalled> {
  private static final int MOST = 3;

  private final FindExamples examples;

  RecallExamples(FindExamples examples) {
    this.examples = examples;
  }

  @Override
  public StepKey<Recalled> key() {
    return Recalled.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Planned.STEP);
  }

  @Override
  public Uni<Outcome<Recalled>> run(Work work, Outputs outputs) {
    return outputs.get(Planned.STEP).isByModel()
        ? examples
            .of(work.connection(), work.question(), MOST)
            .map(Recalled::new)
            .map(Outcome.Done::new)
        : Uni.createFrom().item(new Outcome.Skipped<>("No model is shown examples."));
  }
}

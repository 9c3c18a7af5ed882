package io.custard.query.step;

import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.Validated;
import io.custard.query.telemetry.StepTelemetry;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step whose runs are seen in traces and metrics. */
record TracedStep<O>(Step<Work, O> step, StepTelemetry telemetry) implements Step<Work, O> {
  @Override
  public StepKey<O> key() {
    return step.key();
  }

  @Override
  public Set<StepKey<?>> after() {
    return step.after();
  }

  @Override
  public Uni<Outcome<O>> run(Work work, Outputs outputs) {
    int attempt = outputs.attempt(key());
    return telemetry
        .step(key().name(), attempt, step.run(work, outputs), TracedStep::sql)
        .invoke(outcome -> {
          if (outcome instanceof Outcome.Back) {
            telemetry.repaired();
          }
        });
  }

  private static @Nullable String sql(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done when done.output() instanceof Composed composed -> composed.sql();
      case Outcome.Done<?> done when done.output() instanceof Validated judged -> judged.sql();
      case Outcome.Done<?> done -> null;
      case Outcome.Skipped<?> skipped -> null;
      case Outcome.Back<?> back -> null;
    };
  }
}

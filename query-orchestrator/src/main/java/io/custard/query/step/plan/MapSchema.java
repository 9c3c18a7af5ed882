package io.custard.query.step.plan;

import io.custard.query.draft.FindTables;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.model.Models;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Finds the tables the question is about, as many as its model has room for. */
@ApplicationScoped
public class MapSchema implements Step<Work, Mapped> {
  private final Models models;
  private final FindTables tables;

  MapSchema(Models models, FindTables tables) {
    this.models = models;
    this.tables = tables;
  }

  @Override
  public StepKey<Mapped> key() {
    return Mapped.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Planned.STEP);
  }

  @Override
  public Uni<Outcome<Mapped>> run(Work work, Outputs outputs) {
    Planned planned = outputs.get(Planned.STEP);
    return planned.isByModel()
        ? models
            .choose(work.connection(), planned.model())
            .chain(model -> tables.of(work, model.orElseThrow()))
            .map(Mapped::of)
            .map(Outcome.Done::new)
        : Uni.createFrom().item(new Outcome.Skipped<>("No model is shown a schema."));
  }
}

package io.custard.query.step.compose;

import io.custard.query.draft.Draft;
import io.custard.query.draft.DraftStatement;
import io.custard.query.draft.Drafting;
import io.custard.query.draft.FindTables;
import io.custard.query.draft.Usage;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Outputs.Rejected;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.model.Model;
import io.custard.query.model.ModelFailure;
import io.custard.query.model.Models;
import io.custard.query.prompt.SchemaPart;
import io.custard.query.step.follow.Followed;
import io.custard.query.step.plan.Mapped;
import io.custard.query.step.plan.Planned;
import io.custard.query.step.plan.Recalled;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the question into a statement: by the model that was chosen, anew with the reasons after
 * former ones came to nothing; by the built-in translator where no model is asked or it does not do
 * its part.
 */
@ApplicationScoped
public class ComposeStatement implements Step<Work, Composed> {
  private final Models models;
  private final FindTables tables;
  private final DraftStatement drafts;
  private final BuiltIn builtIn;

  ComposeStatement(Models models, FindTables tables, DraftStatement drafts, BuiltIn builtIn) {
    this.models = models;
    this.tables = tables;
    this.drafts = drafts;
    this.builtIn = builtIn;
  }

  @Override
  public StepKey<Composed> key() {
    return Composed.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Followed.STEP, Planned.STEP, Mapped.STEP, Recalled.STEP);
  }

  @Override
  public Uni<Outcome<Composed>> run(Work work, Outputs outputs) {
    Planned planned = outputs.get(Planned.STEP);
    return switch (planned.route()) {
      case SQL -> Uni.createFrom().item(new Outcome.Skipped<>("The statement was given."));
      case CHANGE ->
          Uni.createFrom().item(new Outcome.Done<>(Composed.of(outputs.get(Followed.STEP))));
      case BUILT_IN -> builtIn.read(work).map(Outcome.Done::new);
      case MODEL ->
          models
              .choose(work.connection(), planned.model())
              .chain(model -> byModel(work, model.orElseThrow(), outputs))
              .map(Outcome.Done::new);
    };
  }

  private Uni<Composed> byModel(Work work, Model model, Outputs outputs) {
    List<Rejected> before = outputs.rejected(Composed.STEP);
    return work.within(
            shown(work, model, outputs)
                .map(schema -> drafting(work, model, schema, outputs))
                .chain(drafts::draft))
        .map(draft -> composed(model, draft, before))
        .onFailure(ModelFailure.class)
        .recoverWithUni(failure -> withoutModel(work, model, failure, before));
  }

  /** A model that broke off in the middle of repairs leaves its last refusal to be told. */
  private Uni<Composed> withoutModel(
      Work work, Model model, ModelFailure failure, List<Rejected> before) {
    return builtIn
        .instead(work, model, failure)
        .map(read -> before.isEmpty() ? read : read.spent(usage(before)));
  }

  /** Another process found the tables: they are found again. */
  private Uni<SchemaPart> shown(Work work, Model model, Outputs outputs) {
    SchemaPart part = outputs.get(Mapped.STEP).part();
    return part != null ? Uni.createFrom().item(part) : tables.of(work, model);
  }

  private static Drafting drafting(Work work, Model model, SchemaPart schema, Outputs outputs) {
    return new Drafting(
        work,
        model,
        schema,
        outputs.find(Recalled.STEP).map(Recalled::examples).orElse(List.of()),
        outputs.rejected(Composed.STEP).stream()
            .map(rejected ->
                new io.custard.query.prompt.Rejected(
                    ((Composed) rejected.output()).sql(), rejected.reason()))
            .toList());
  }

  private static Composed composed(Model model, Draft draft, List<Rejected> before) {
    return new Composed(
        draft.sql(),
        draft.reading(),
        null,
        draft.sentence(),
        model.name(),
        usage(before).plus(draft.said()),
        List.of());
  }

  /** What the calls before took. */
  private static Usage usage(List<Rejected> before) {
    return before.isEmpty()
        ? Usage.NONE
        : Objects.requireNonNullElse(((Composed) before.getLast().output()).usage(), Usage.NONE);
  }
}

package io.custard.query.step.plan;

import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.model.Model;
import io.custard.query.model.Models;
import io.custard.query.step.follow.Followed;
import io.custard.query.step.plan.Planned.Route;
import io.custard.query.translate.TranslateQuestion;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who puts the question into SQL. Questions about the schema itself, such as "list tables",
 * are always the built-in translator's: no model knows better.
 */
@ApplicationScoped
public class PlanQuestion implements Step<Work, Planned> {
  private final Models models;
  private final TranslateQuestion translator;

  PlanQuestion(Models models, TranslateQuestion translator) {
    this.models = models;
    this.translator = translator;
  }

  @Override
  public StepKey<Planned> key() {
    return Planned.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Followed.STEP);
  }

  @Override
  public Uni<Outcome<Planned>> run(Work work, Outputs outputs) {
    return plan(work, outputs).map(Outcome.Done::new);
  }

  private Uni<Planned> plan(Work work, Outputs outputs) {
    if (outputs.find(Followed.STEP).isPresent()) {
      return planned(Route.CHANGE, null, "The question changes the one before.");
    }
    return work.asked().sql() != null
        ? planned(Route.SQL, null, "The statement was given.")
        : models
            .choose(work.connection(), work.asked().model())
            .chain(chosen ->
                chosen
                    .map(model -> byModel(work, model))
                    .orElseGet(() ->
                        planned(
                            Route.BUILT_IN, null, "The built-in translator reads the question.")));
  }

  private Uni<Planned> byModel(Work work, Model model) {
    return translator
        .isAboutSchema(work.connection(), work.question())
        .chain(about ->
            about
                ? planned(Route.BUILT_IN, null, "The question is about the schema itself.")
                : planned(
                    Route.MODEL,
                    model.name(),
                    "One call of the model reads the question, chooses tables and writes SQL."));
  }

  private static Uni<Planned> planned(Route route, @Nullable String model, String reason) {
    return Uni.createFrom().item(new Planned(route, model, reason));
  }
}

package io.custard.query.step.compose;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.draft.Drafting;
import io.custard.query.draft.Usage;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.StepKey;
import io.custard.query.model.Models;
import io.custard.query.step.follow.Followed;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement for the question; nobody has judged it yet.
 *
 * @param explanation how the question was read; null where there is nothing that may be shown
 * @param template the built-in translator's answer with references instead of figures
 * @param sentence a model's; it is judged when the result is there
 * @param model the name of who wrote the statement
 * @param usage what that took of a model, all calls together; null when none was asked
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Composed(
    String sql,
    @Nullable String explanation,
    @Nullable String template,
    @Nullable String sentence,
    String model,
    @Nullable Usage usage,
    List<String> warnings) {
  public static final StepKey<Composed> STEP = new StepKey<>("compose", Composed.class);

  public Composed {
    warnings = List.copyOf(warnings);
  }

  /** The one before with changes: nobody was asked. */
  static Composed of(Followed followed) {
    return new Composed(
        followed.sql(), followed.explanation(), null, null, Models.BUILT_IN, null, List.of());
  }

  /** Whether a model wrote the statement and may write another one. */
  public static boolean isRepairable(Outputs outputs) {
    return isByModel(outputs) && outputs.attempt(STEP) < Drafting.MOST_CALLS;
  }

  static boolean isByModel(Outputs outputs) {
    return outputs
        .find(STEP)
        .filter(composed -> !composed.model().equals(Models.BUILT_IN))
        .isPresent();
  }

  public @Nullable Long promptTokens() {
    return usage == null ? null : usage.promptTokens();
  }

  public @Nullable Long answerTokens() {
    return usage == null ? null : usage.answerTokens();
  }

  Composed warned(String warning) {
    return new Composed(
        sql,
        explanation,
        template,
        sentence,
        model,
        usage,
        Stream.concat(Stream.of(warning), warnings.stream()).toList());
  }

  /** With what was asked of a model before it. */
  Composed spent(Usage before) {
    return new Composed(sql, explanation, template, sentence, model, before, warnings);
  }

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Composed[" + model + "]";
  }
}

package io.custard.query.step.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.graph.StepKey;
import org.jspecify.annotations.Nullable;

/**
 * How the question becomes SQL.
 *
 * @param model asked for it; null unless it is a model's
 * @param reason one sentence for people
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Planned(Route route, @Nullable String model, String reason) {
  public static final StepKey<Planned> STEP = new StepKey<>("plan", Planned.class);

  /** Who writes the statement. */
  public enum Route {
    /** It was given. */
    SQL,
    /** It is the one before with changes. */
    CHANGE,
    /** The translator that needs no model. */
    BUILT_IN,
    MODEL
  }

  @JsonIgnore
  public boolean isByModel() {
    return route == Route.MODEL;
  }
}

package io.custard.query.step.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.conversation.change.ChartForm;
import io.custard.query.graph.StepKey;
import org.jspecify.annotations.Nullable;

/**
 * The question before with changes.
 *
 * @param sql its statement, changed
 * @param explanation what was changed
 * @param chart the form that was wished for; null: none was
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Followed(String sql, String explanation, @Nullable ChartForm chart) {
  public static final StepKey<Followed> STEP = new StepKey<>("follow", Followed.class);

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Followed";
  }
}

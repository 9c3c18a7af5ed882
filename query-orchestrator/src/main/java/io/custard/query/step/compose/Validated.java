package io.custard.query.step.compose;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.guard.Verdict;
import io.custard.query.graph.StepKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement the guard accepts, as it will be sent.
 *
 * @param problems why the database will probably refuse it, at most three
 * @param warnings why its answer may mislead
 * @param accepted null in another process than the one that judged it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Validated(
    String sql,
    List<String> tables,
    List<String> problems,
    List<String> warnings,
    @JsonIgnore Verdict.@Nullable Accepted accepted) {
  public static final StepKey<Validated> STEP = new StepKey<>("validate", Validated.class);

  public Validated {
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Validated[" + tables + "]";
  }
}

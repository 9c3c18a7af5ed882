package io.custard.query.step.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.custard.query.graph.StepKey;
import io.custard.query.result.JsonRows;
import io.custard.query.result.RawJson;
import io.custard.query.result.StatementResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the statement brought.
 *
 * @param rows a JSON array of arrays, as the agent wrote it
 * @param truncated absent rows and why; null when the result is whole
 * @param executeMs in the agent and the database, by the agent's clock
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Executed(
    List<ResultColumn> columns,
    @JsonRawValue @JsonDeserialize(using = RawJson.class) String rows,
    int rowCount,
    @Nullable Truncation truncated,
    long executeMs,
    @JsonIgnore @Nullable StatementResult kept) {
  public static final StepKey<Executed> STEP = new StepKey<>("execute", Executed.class);

  public Executed {
    columns = List.copyOf(columns);
  }

  static Executed of(StatementResult result) {
    return new Executed(
        result.columns(),
        result.rows().asJson(),
        result.rows().count(),
        result.truncation(),
        result.executeMillis(),
        result);
  }

  /** The rows as they can be looked into. */
  public StatementResult result(ObjectMapper json) {
    return kept != null
        ? kept
        : new StatementResult(
            columns, JsonRows.of(json, rows, columns.size()), truncated, executeMs);
  }

  /** Leaves the rows out. */
  @Override
  public String toString() {
    return "Executed[" + rowCount + " rows]";
  }
}

package io.custard.query.tool.data;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.custard.query.result.StatementResult;
import io.custard.query.tool.data.RunRows.Ran;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows, as {@code POST /api/v1/query} gives them.
 *
 * @param rows a JSON array of arrays, as the agent wrote it
 * @param truncated absent rows and why, or null when the result is whole
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
record RowsAnswer(
    String sql,
    List<ResultColumn> columns,
    @JsonRawValue String rows,
    int rowCount,
    @Nullable Truncation truncated,
    long executeMs) {
  static RowsAnswer of(Ran ran) {
    StatementResult result = ran.result();
    return new RowsAnswer(
        ran.sql(),
        result.columns(),
        result.rows().asJson(),
        result.rows().count(),
        result.truncation(),
        result.executeMillis());
  }

  /** Leaves statement and rows out. */
  @Override
  public String toString() {
    return "RowsAnswer[" + rowCount + " rows]";
  }
}

package io.custard.query.result;

import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement brought.
 *
 * @param rows in the order they came
 * @param executeMillis measured by the agent
 */
public record StatementResult(
    List<ResultColumn> columns,
    JsonRows rows,
    @Nullable Truncation truncation,
    long executeMillis) {
  public StatementResult {
    columns = List.copyOf(columns);
  }
}

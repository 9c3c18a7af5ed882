package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import java.util.Objects;

/**
 * The execution ended without a result.
 *
 * @param code one of the names in {@code io.custard.problem.ErrorCode}
 * @param message safe for the asker: no SQL, no values
 */
public record Failed(QueryId queryId, String code, String message) implements AgentFrame {
  public Failed {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}

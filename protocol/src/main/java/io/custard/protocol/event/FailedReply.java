package io.custard.protocol.event;

import io.custard.protocol.QueryId;
import java.util.Objects;

/**
 * There is no result.
 *
 * @param code a name of {@code io.custard.problem.ErrorCode}
 */
public record FailedReply(QueryId queryId, long epoch, String code, String message)
    implements Reply {
  public FailedReply {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}

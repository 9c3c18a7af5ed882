package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import io.custard.protocol.Truncation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result is complete, or was cut at a cap.
 *
 * @param executeMillis from receipt of the frame to the last row
 */
public record End(
    QueryId queryId, long rows, long bytes, @Nullable Truncation truncation, long executeMillis)
    implements AgentFrame {
  public End {
    Objects.requireNonNull(queryId);
  }
}

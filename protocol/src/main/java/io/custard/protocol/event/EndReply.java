package io.custard.protocol.event;

import io.custard.protocol.QueryId;
import io.custard.protocol.Truncation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result is complete, or was cut at a cap. */
public record EndReply(
    QueryId queryId,
    long epoch,
    long rows,
    long bytes,
    @Nullable Truncation truncation,
    long executeMillis)
    implements Reply {
  public EndReply {
    Objects.requireNonNull(queryId);
  }
}

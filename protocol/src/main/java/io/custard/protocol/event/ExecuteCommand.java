package io.custard.protocol.event;

import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Run one statement on one link.
 *
 * @param deadlineEpochMillis a receiver whose clock is past this drops the command with a coded
 *     failure
 * @param requireCleanRole and {@code questionId}, {@code exposure}: as in {@link
 *     io.custard.protocol.agent.Execute}
 */
public record ExecuteCommand(
    QueryId queryId,
    CommandTarget target,
    ReplicaAddress replyTo,
    long deadlineEpochMillis,
    String sql,
    ExecutionLimits limits,
    RowEncoding encoding,
    String purpose,
    long credit,
    @Nullable String asker,
    @Nullable Boolean requireCleanRole,
    @Nullable QueryId questionId,
    @Nullable String exposure)
    implements Command {
  public ExecuteCommand {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(target);
    Objects.requireNonNull(replyTo);
    Objects.requireNonNull(sql);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(purpose);
  }

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "ExecuteCommand[" + queryId + "]";
  }
}

package io.custard.query.execution;

import io.custard.guard.Verdict;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.connection.Connection;
import java.util.Objects;

/**
 * A statement the guard accepted, ready to be run.
 *
 * @param accepted with the canonical text, which is what is sent
 * @param purpose one of the purposes of {@code Execute}
 */
public record Statement(
    Connection connection,
    Verdict.Accepted accepted,
    ExecutionLimits limits,
    String purpose,
    Asker asker) {
  public Statement {
    Objects.requireNonNull(connection);
    Objects.requireNonNull(accepted);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(asker);
  }

  ConnectionId connectionId() {
    return connection.id();
  }

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Statement[" + connectionId() + ", " + purpose + "]";
  }
}

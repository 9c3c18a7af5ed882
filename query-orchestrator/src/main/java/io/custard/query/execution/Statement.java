package io.custard.query.execution;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.connection.Connection;
import java.util.Objects;

/**
 * A statement the guard accepted, ready to be run.
 *
 * @param sql the guard's canonical text
 * @param purpose one of the purposes of {@code Execute}
 * @param asker the person, for the ledger on the agent's side
 */
public record Statement(
    Connection connection, String sql, ExecutionLimits limits, String purpose, String asker) {
  public Statement {
    Objects.requireNonNull(connection);
    Objects.requireNonNull(sql);
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

package io.custard.query.execution;

import io.custard.guard.Verdict;
import io.custard.protocol.Capability;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.Exposure;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** What the agent must be able to do. One that knows no exposure would show a model all. */
  Set<String> needs(RowEncoding encoding) {
    Set<String> needed = new HashSet<>();
    switch (encoding) {
      case JSON_ROWS -> {
        // every agent writes it
      }
      case NDJSON -> needed.add(Capability.NDJSON);
      case CSV -> needed.add(Capability.CSV);
    }
    if (purpose.equals(Execute.MODEL)) {
      needed.add(Capability.EXPOSURE);
    }
    return needed;
  }

  /** As it is told to the agent. */
  @Nullable String exposure() {
    Exposure exposure = connection.exposure();
    return exposure == Exposure.SCHEMA_ONLY ? null : exposure.wire();
  }

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Statement[" + connectionId() + ", " + purpose + "]";
  }
}

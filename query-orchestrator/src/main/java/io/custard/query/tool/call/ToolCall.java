package io.custard.query.tool.call;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool.
 *
 * @param id names it in answer and audit log, and its statements in the ledger
 * @param on the connection it works on; null before it was found, and where the tool works on none
 */
public record ToolCall<A extends Record>(
    QueryId id, Caller caller, @Nullable Connection on, A arguments) {
  public ToolCall {
    Objects.requireNonNull(id);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(arguments);
  }

  /** The same call, of a connection that was found for the caller. */
  public ToolCall<A> on(Connection found) {
    return new ToolCall<>(id, caller, found, arguments);
  }

  /** Which connection is meant, whether the caller has it or not. */
  public @Nullable ConnectionId connectionId() {
    return arguments instanceof OfConnection of ? new ConnectionId(of.connectionId()) : null;
  }

  /** For tools that work on one. */
  public Connection connection() {
    return Objects.requireNonNull(on, "a tool of a connection");
  }

  /** On whose behalf its statements run. */
  public Asker asker() {
    return new Asker(
        caller.userId(), caller.organisationId(), caller.email(), id, caller.address());
  }

  /** Leaves the arguments out: they may hold literals. */
  @Override
  public String toString() {
    return "ToolCall[" + id + "]";
  }
}

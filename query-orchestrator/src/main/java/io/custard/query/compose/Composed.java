package io.custard.query.compose;

import io.custard.guard.Verdict;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way to the database.
 *
 * @param accepted what the guard accepted
 * @param explanation how the question was read; null for SQL of the caller's own
 * @param answerTemplate the answer with references to cells instead of figures; null likewise
 * @param composeMillis what it took to get here
 */
public record Composed(
    Connection connection,
    Verdict.Accepted accepted,
    @Nullable String explanation,
    @Nullable String answerTemplate,
    Asker asker,
    long composeMillis) {

  /** Names the question and its answer. */
  public QueryId id() {
    return asker.question();
  }

  public String sql() {
    return accepted.sql();
  }

  /** What is to be run, its rows meant for the person. */
  public Statement statement(ExecutionLimits limits) {
    return new Statement(connection, accepted, limits, Execute.RESULT, asker);
  }
}

package io.custard.query.compose;

import io.custard.guard.Verdict;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.draft.Draft;
import io.custard.query.evidence.Evidence;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import io.custard.query.history.Asking;
import io.custard.query.history.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way to the database.
 *
 * @param accepted what the guard accepted
 * @param reading how the question was read; null for SQL of the caller's own
 * @param composeMillis what it took to get here
 */
public record Composed(
    Connection connection,
    Verdict.Accepted accepted,
    @Nullable Reading reading,
    Asker asker,
    long composeMillis) {

  /** Names the question and its answer. */
  public QueryId id() {
    return asker.question();
  }

  Composed with(Verdict.Accepted another, Reading read) {
    return new Composed(connection, another, read, asker, composeMillis);
  }

  /** What a model wrote; null: the statement is not a model's. */
  public @Nullable Draft draft() {
    return reading == null ? null : reading.draft();
  }

  public @Nullable String explanation() {
    return reading == null ? null : reading.explanation();
  }

  public String sql() {
    return accepted.sql();
  }

  /** What the answer rests on, with the columns the statement reads. */
  public Evidence evidence(List<String> columns) {
    Draft draft = draft();
    return reading == null
        ? Evidence.ofSql(accepted.tables(), columns)
        : Evidence.ofQuestion(
            accepted.tables(),
            columns,
            draft == null ? List.of() : draft.made().question().examples());
  }

  /** What the history keeps when it does not run to its end. */
  public Told failed(Asking asked, Throwable failure) {
    return asked.failed(id(), sql(), reading == null ? null : reading.model(), failure);
  }

  /** What is to be run, its rows meant for the person. */
  public Statement statement(ExecutionLimits limits) {
    return new Statement(connection, accepted, limits, Execute.RESULT, asker);
  }
}

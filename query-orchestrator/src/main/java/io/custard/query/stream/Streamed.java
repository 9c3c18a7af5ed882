package io.custard.query.stream;

import io.custard.protocol.QueryId;
import io.custard.query.execution.Statement;
import io.custard.query.step.compose.Composed;
import org.jspecify.annotations.Nullable;

/**
 * What is streamed.
 *
 * @param composed how the question was read; null for SQL of the caller's own
 * @param composeMillis what that took
 */
record Streamed(Statement statement, @Nullable Composed composed, long composeMillis) {
  QueryId id() {
    return statement.asker().question();
  }

  String sql() {
    return statement.accepted().sql();
  }

  @Nullable String explanation() {
    return composed == null ? null : composed.explanation();
  }

  @Nullable String model() {
    return composed == null ? null : composed.model();
  }

  @Nullable Long promptTokens() {
    return composed == null ? null : composed.promptTokens();
  }

  @Nullable Long answerTokens() {
    return composed == null ? null : composed.answerTokens();
  }
}

package io.custard.query.stream;

import io.custard.protocol.QueryId;
import io.custard.query.execution.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is streamed.
 *
 * @param explanation how the question was read; null for SQL of the caller's own
 */
record Streamed(Statement statement, @Nullable String explanation) {
  QueryId id() {
    return statement.asker().question();
  }

  String sql() {
    return statement.accepted().sql();
  }
}

package io.custard.query.compose;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every way of asking has: a connection, and a question or SQL. */
public interface Asked {
  UUID connectionId();

  @Nullable String question();

  @Nullable String sql();

  /** Exactly one of both may be there. */
  default boolean isQuestionOrSql() {
    return (question() == null) != (sql() == null);
  }
}

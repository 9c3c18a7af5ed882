package io.custard.query.compose;

import io.custard.access.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every way of asking has: a connection, and a question or SQL. */
public interface Asked {
  UUID connectionId();

  @Nullable String question();

  @Nullable String sql();

  /** What asking it takes, of the caller and on the connection. */
  Permission permission();

  /** Exactly one of both may be there. */
  default boolean isQuestionOrSql() {
    return (question() == null) != (sql() == null);
  }
}

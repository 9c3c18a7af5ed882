package io.custard.query.work;

import io.custard.access.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every way of asking has: a connection, and a question or SQL. */
public interface Asked {
  UUID connectionId();

  @Nullable String question();

  @Nullable String sql();

  /** The name of a model or {@code built-in}; null: the usual one. */
  @Nullable String model();

  /** The id of an answer of the asker's that this is about; null: it stands for itself. */
  default @Nullable UUID follows() {
    return null;
  }

  /** How long it may take, milliseconds. */
  long timeoutMillis();

  /** What asking it takes, of the caller and on the connection. */
  Permission permission();

  /** Exactly one of both may be there. */
  default boolean isQuestionOrSql() {
    return (question() == null) != (sql() == null);
  }
}

package io.custard.agent.database;

import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A result under way. Rows are read from the database as {@link #next} is called, not faster. Must
 * be closed, whatever happened.
 */
public interface RowCursor {
  List<ResultColumn> columns();

  /** The next rows; empty at the end. One call at a time. */
  Future<Optional<RowChunk>> next();

  /** Which cap cut the result, known at its end. */
  Optional<Truncation> truncation();

  /** Stops the statement in the database if it still runs, and gives its session back. */
  Future<Void> close();
}

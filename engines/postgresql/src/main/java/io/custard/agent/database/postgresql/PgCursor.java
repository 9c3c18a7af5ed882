package io.custard.agent.database.postgresql;

import io.custard.agent.database.RowChunks;
import io.custard.agent.database.wire.TappedCursor;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.vertx.sqlclient.Cursor;
import java.util.List;

/** Reads a portal of the server in large steps, never beyond the cap on rows. */
final class PgCursor extends TappedCursor {
  /** The socket bounds the memory, so this only keeps round trips few. */
  private static final long STEP_ROWS = 10_000;

  private final Cursor portal;

  PgCursor(Cursor portal, List<ResultColumn> columns, RowChunks chunks, Lease session) {
    super(columns, chunks, session);
    this.portal = portal;
  }

  @Override
  protected void run() {
    portal
        .read((int) Math.min(STEP_ROWS, rowsWanted()))
        .onComplete(result -> ran(result, result.succeeded() && portal.hasMore()));
  }

  /** It was asked for one row beyond the cap on rows, so then the step is over. */
  @Override
  protected boolean goesOnAfter(Truncation cut) {
    return !cut.reason().equals(Truncation.ROWS);
  }

  /** Takes the session's rows from now on, each written by the reader. */
  PgCursor reading(ResultTap tap, RowReader rows) {
    writer(rows);
    tap.divertTo(this);
    return this;
  }
}

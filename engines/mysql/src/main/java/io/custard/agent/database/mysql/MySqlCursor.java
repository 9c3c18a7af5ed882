package io.custard.agent.database.mysql;

import io.custard.agent.database.RowChunks;
import io.custard.agent.database.wire.TappedCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.vertx.sqlclient.PreparedStatement;
import java.util.List;

/** Runs a prepared statement at the first call of {@link #next}; all its rows come at once. */
final class MySqlCursor extends TappedCursor implements ResultTap.ResultSink {
  private final PreparedStatement statement;
  private final ResultTap tap;

  MySqlCursor(
      PreparedStatement statement,
      List<ResultColumn> columns,
      RowChunks chunks,
      ResultTap tap,
      Lease session) {
    super(columns, chunks, session);
    this.statement = statement;
    this.tap = tap;
  }

  @Override
  protected void run() {
    tap.expectRows(this);
    statement.query().execute().onComplete(result -> ran(result, false));
  }

  /** A statement with a limit of its own is not bound by the one that the session sets. */
  @Override
  protected boolean goesOnAfter(Truncation cut) {
    return true;
  }

  /** The columns may have been known less exactly when the statement was prepared. */
  @Override
  public void columns(List<Described> described) {
    if (described.size() == columns().size()) {
      writer(new RowReader(described.stream().map(column -> MySqlType.of(column).cell()).toList()));
    } else {
      fail(
          new CustardException(
              ErrorCode.SQL_EXECUTION_FAILED,
              "The result has other columns than the database announced; select them by name."));
    }
  }
}

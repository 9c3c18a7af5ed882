package io.custard.agent.execution;

import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A result whose columns are named by their number: where values are masked, a pivot's are not. */
record NumberedColumns(RowCursor rows) implements RowCursor {
  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> named = rows.columns();
    return IntStream.range(0, named.size())
        .mapToObj(i -> new ResultColumn("column_" + (i + 1), named.get(i).type()))
        .toList();
  }

  @Override
  public Future<Optional<RowChunk>> next() {
    return rows.next();
  }

  @Override
  public Optional<Truncation> truncation() {
    return rows.truncation();
  }

  @Override
  public Future<Void> close() {
    return rows.close();
  }
}

package io.custard.protocol.event;

import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import java.util.List;
import java.util.Objects;

/** The columns of a result. */
public record ColumnsReply(QueryId queryId, long epoch, List<ResultColumn> columns)
    implements Reply {
  public ColumnsReply {
    Objects.requireNonNull(queryId);
    columns = List.copyOf(columns);
  }
}

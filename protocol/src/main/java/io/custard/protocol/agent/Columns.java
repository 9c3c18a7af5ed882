package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import java.util.List;
import java.util.Objects;

/** The columns of a result; comes once, before its rows. */
public record Columns(QueryId queryId, List<ResultColumn> columns) implements AgentFrame {
  public Columns {
    Objects.requireNonNull(queryId);
    columns = List.copyOf(columns);
  }
}

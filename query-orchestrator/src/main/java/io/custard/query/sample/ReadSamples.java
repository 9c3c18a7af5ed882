package io.custard.query.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.guard.Verdict;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import io.custard.query.guard.StatementGuard;
import io.custard.query.result.CollectRows;
import io.custard.query.result.StatementResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples one table through the guard and the agent like every other statement. */
@ApplicationScoped
class ReadSamples {
  private static final ExecutionLimits LIMITS = new ExecutionLimits(3_000, 300, 64 << 10);

  /** So many values of a column are shown. */
  private static final int SHOWN = 5;

  private final StatementGuard guard;
  private final CollectRows statements;

  ReadSamples(StatementGuard guard, CollectRows statements) {
    this.guard = guard;
    this.statements = statements;
  }

  /** Nothing of databases that are not sampled. Call it on a worker thread. */
  Uni<TableValues> read(Connection connection, SampledTable table, Asker asker) {
    Optional<SampleStatement> dialect = SampleStatement.of(connection.dialect());
    if (dialect.isEmpty()) {
      return Uni.createFrom().item(TableValues.NONE);
    }
    Verdict.Accepted accepted = guard.accept(connection, dialect.get().sql(table));
    return statements
        .run(new Statement(connection, accepted, LIMITS, Execute.MODEL, asker))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(result -> values(result, table));
  }

  /** An agent that masks says so by the names of the columns, which are no longer ours. */
  private static TableValues values(StatementResult result, SampledTable table) {
    int width = table.columns().size();
    if (result.truncation() != null || result.columns().size() != width) {
      return TableValues.NONE;
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    JsonNode rows = result.rows().asTree();
    for (int i = 0; i < width; i++) {
      List<String> values = shown(rows, i);
      if (!values.isEmpty()) {
        found.put(table.columns().get(i).name(), values);
      }
    }
    return new TableValues(found, !result.columns().getFirst().name().equals("c0"), true);
  }

  private static List<String> shown(JsonNode rows, int column) {
    List<String> values = new ArrayList<>();
    rows.forEach(row -> {
      if (row.path(column).isTextual()) {
        values.add(row.path(column).textValue());
      }
    });
    boolean isShortList =
        values.size() <= SampleStatement.MOST_VALUES
            && values.stream().allMatch(value -> value.length() <= SampleStatement.LONGEST);
    return isShortList
        ? values.stream()
            .filter(value -> !value.isBlank())
            .distinct()
            .sorted()
            .limit(SHOWN)
            .toList()
        : List.of();
  }
}

package io.custard.query.tool.data;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.OfConnection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.catalog.FindTables;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, to see what it holds. */
@ApplicationScoped
class SampleRows implements Tool<SampleRows.Arguments> {
  private static final int MOST = 10;
  private static final long TIMEOUT_MILLIS = 30_000;
  private static final long MAX_BYTES = 256 << 10;

  private static final About<Arguments> ABOUT =
      new About<>(
          "sample_rows",
          "Brings some rows of one table or view, whichever the database finds first.",
          Parameters.of(Arguments.class),
          "sql: the statement that ran; columns: name and type of each; rows: an array of arrays;"
              + " row_count; truncated: why rows are absent, or null; execute_ms",
          Permission.QUERY_ASK,
          "Show rows of a table to a program");

  private final FindTables tables;
  private final RunRows rows;

  SampleRows(FindTables tables, RunRows rows) {
    this.tables = tables;
    this.rows = rows;
  }

  /** Of which table, and how many. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @Nullable
          @Size(min = 1, max = 200)
          @JsonPropertyDescription("The table's schema; needed where several have such a table.")
          String schema,
      @NotNull @Size(min = 1, max = 200) @JsonPropertyDescription("The table's name.") String table,
      @Nullable @Min(1) @Max(MOST) @JsonPropertyDescription("How many rows at most; 5 when absent.")
          Integer rows)
      implements OfConnection {
    int most() {
      return rows == null ? 5 : rows;
    }
  }

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  /** Into the statement goes the name as the schema has it, never as the caller wrote it. */
  @Override
  public Uni<RowsAnswer> run(ToolCall<Arguments> call) {
    Arguments wanted = call.arguments();
    ExecutionLimits limits = new ExecutionLimits(TIMEOUT_MILLIS, wanted.most(), MAX_BYTES);
    return tables
        .of(call.connection())
        .map(known -> known.find(wanted.schema(), wanted.table()))
        .map(table -> TableSql.of(call.connection(), table).sample(wanted.most()))
        .chain(sql -> rows.run(call, sql, limits))
        .map(RowsAnswer::of);
  }
}

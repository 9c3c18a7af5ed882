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

/** Runs SQL of the caller's own. */
@ApplicationScoped
class RunSql implements Tool<RunSql.Arguments> {
  private static final long MAX_BYTES = 1 << 20;

  private static final About<Arguments> ABOUT =
      new About<>(
          "run_sql",
          "Runs one SQL statement that only reads, in the database's own dialect.",
          Parameters.of(Arguments.class),
          "sql: the statement as it ran; columns: name and type of each; rows: an array of arrays;"
              + " row_count; truncated: why rows are absent, or null; execute_ms",
          Permission.QUERY_SQL,
          "Run an SQL statement that a program wrote");

  private final RunRows rows;

  RunSql(RunRows rows) {
    this.rows = rows;
  }

  /** Which statement. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @NotNull @Size(min = 1, max = 65_536) @JsonPropertyDescription("The statement.") String sql,
      @Nullable
          @Min(1)
          @Max(1_000)
          @JsonPropertyDescription("How many rows at most; 100 when absent.")
          Integer maxRows,
      @Nullable @Min(1) @Max(300) @JsonPropertyDescription("How long it may take; 30 when absent.")
          Integer timeoutSeconds)
      implements OfConnection {
    ExecutionLimits limits() {
      return new ExecutionLimits(
          1_000L * (timeoutSeconds == null ? 30 : timeoutSeconds),
          maxRows == null ? 100 : maxRows,
          MAX_BYTES);
    }

    /** Leaves the statement out: it may hold literals. */
    @Override
    public String toString() {
      return "RunSql[" + connectionId + "]";
    }
  }

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<RowsAnswer> run(ToolCall<Arguments> call) {
    Arguments wanted = call.arguments();
    return rows.run(call, wanted.sql(), wanted.limits()).map(RowsAnswer::of);
  }
}

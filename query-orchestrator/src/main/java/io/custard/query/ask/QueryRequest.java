package io.custard.query.ask;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.work.Asked;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked: a question in plain English, or SQL.
 *
 * @param maxRows rows to bring at most; 1,000 when absent
 * @param timeoutSeconds how long it may take, putting it into SQL and running it each; 30 when
 *     absent
 * @param model which model puts the question into SQL, by a name of {@code GET /api/v1/models};
 *     absent: the usual one
 * @param follows the id of an own answer that the question changes, such as "and for last month?"
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QueryRequest(
    @NotNull UUID connectionId,
    @Nullable @Size(min = 1, max = 2_000) String question,
    @Nullable @Size(min = 1, max = 65_536) String sql,
    @Nullable @Min(1) @Max(10_000) Integer maxRows,
    @Nullable @Min(1) @Max(300) Integer timeoutSeconds,
    @Nullable @Size(min = 1, max = 100) String model,
    @Nullable UUID follows)
    implements Asked {

  @Override
  @JsonIgnore
  @AssertTrue(message = "give either question or sql")
  public boolean isQuestionOrSql() {
    return Asked.super.isQuestionOrSql();
  }

  @Override
  public Permission permission() {
    return sql == null ? Permission.QUERY_ASK : Permission.QUERY_SQL;
  }

  /** What one answer may hold in memory; larger results are for streaming. */
  ExecutionLimits limits() {
    return new ExecutionLimits(timeoutMillis(), maxRows == null ? 1_000 : maxRows, 4 << 20);
  }

  @Override
  @JsonIgnore
  public long timeoutMillis() {
    return 1_000L * (timeoutSeconds == null ? 30 : timeoutSeconds);
  }
}

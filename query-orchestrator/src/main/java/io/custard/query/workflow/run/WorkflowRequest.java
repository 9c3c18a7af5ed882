package io.custard.query.workflow.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * What is to be answered: a question in plain English, or SQL.
 *
 * @param maxRows rows to bring at most; 1,000 when absent
 * @param timeoutSeconds how long it may take, putting it into SQL and running it each; 60 when
 *     absent
 * @param model which model puts the question into SQL, by a name of {@code GET /api/v1/models};
 *     absent: the usual one
 * @param follows the id of an own answer that the question changes, such as "and for last month?"
 * @param whileRead whether it is cancelled when nobody has followed its events for a while; false
 *     when absent
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowRequest(
    @NotNull UUID connectionId,
    @Nullable @Size(min = 1, max = 2_000) String question,
    @Nullable @Size(min = 1, max = 65_536) String sql,
    @Nullable @Min(1) @Max(10_000) Integer maxRows,
    @Nullable @Min(1) @Max(300) Integer timeoutSeconds,
    @Nullable @Size(min = 1, max = 100) String model,
    @Nullable UUID follows,
    @Nullable Boolean whileRead)
    implements Asked {
  /** Of the rows, which Redis holds for a quarter of an hour. */
  private static final long MOST_BYTES = 256 << 10;

  /** For what is between the steps, and for going on in another process. */
  private static final int MARGIN_SECONDS = 15;

  @Override
  @JsonIgnore
  @AssertTrue(message = "give either question or sql")
  public boolean isQuestionOrSql() {
    return Asked.super.isQuestionOrSql();
  }

  @Override
  @JsonIgnore
  public Permission permission() {
    return sql == null ? Permission.QUERY_ASK : Permission.QUERY_SQL;
  }

  @Override
  @JsonIgnore
  public long timeoutMillis() {
    return 1_000L * (timeoutSeconds == null ? 60 : timeoutSeconds);
  }

  /** From its acceptance on. */
  @JsonIgnore
  int secondsInAll() {
    return 2 * (timeoutSeconds == null ? 60 : timeoutSeconds) + MARGIN_SECONDS;
  }

  @JsonIgnore
  boolean isWhileRead() {
    return Boolean.TRUE.equals(whileRead);
  }

  @JsonIgnore
  ExecutionLimits limits() {
    return new ExecutionLimits(timeoutMillis(), maxRows == null ? 1_000 : maxRows, MOST_BYTES);
  }
}

package io.custard.query.stream;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked for row by row.
 *
 * @param maxRows rows to bring at most; as many as the agent allows when absent
 * @param timeoutSeconds how long it may take from the request to the last row; 300 when absent
 * @param format {@code ndjson} or {@code csv}; the header {@code Accept} decides when absent
 * @param model as for one answer
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StreamRequest(
    @NotNull UUID connectionId,
    @Nullable @Size(min = 1, max = 2_000) String question,
    @Nullable @Size(min = 1, max = 65_536) String sql,
    @Nullable @Min(1) Long maxRows,
    @Nullable @Min(1) @Max(3_600) Integer timeoutSeconds,
    @Nullable @Pattern(regexp = "ndjson|csv") String format,
    @Nullable @Size(min = 1, max = 100) String model)
    implements Asked {

  @Override
  @JsonIgnore
  @AssertTrue(message = "give either question or sql")
  public boolean isQuestionOrSql() {
    return Asked.super.isQuestionOrSql();
  }

  /** Whole results are for those who may run SQL, also when they ask in words. */
  @Override
  public Permission permission() {
    return Permission.QUERY_STREAM;
  }

  @Override
  @JsonIgnore
  public long timeoutMillis() {
    return 1_000L * (timeoutSeconds == null ? 300 : timeoutSeconds);
  }

  /** The agent has caps of its own; these are not ours to add to. */
  ExecutionLimits limits() {
    return new ExecutionLimits(
        timeoutMillis(), maxRows == null ? Long.MAX_VALUE : maxRows, Long.MAX_VALUE);
  }
}

package io.custard.query.validate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A statement that is to be judged and not run. */
@JsonNaming(SnakeCaseStrategy.class)
public record ValidateRequest(
    @NotNull UUID connectionId, @NotNull @Size(min = 1, max = 65_536) String sql) {
  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "ValidateRequest[" + connectionId + "]";
  }
}

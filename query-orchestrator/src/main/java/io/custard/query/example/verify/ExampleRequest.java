package io.custard.query.example.verify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be an example of a connection: a question with its SQL, or an answered question of the
 * caller's own history.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ExampleRequest(
    @NotNull UUID connectionId,
    @Nullable @Size(min = 1, max = 2_000) String question,
    @Nullable @Size(min = 1, max = 65_536) String sql,
    @Nullable UUID queryId) {

  /**
   * Whether it says one of both, and wholly; looked at when it is known that the caller may ask.
   */
  boolean isWhole() {
    return queryId == null
        ? question != null && !question.isBlank() && sql != null
        : question == null && sql == null;
  }

  /** Leaves the texts out. */
  @Override
  public String toString() {
    return "ExampleRequest[" + connectionId + "]";
  }
}

package io.custard.query.feedback;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer of their own; another one takes its place.
 *
 * @param queryId the answer's id
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FeedbackRequest(
    @NotNull UUID queryId,
    @NotNull Rating rating,
    @Nullable Reason reason,
    @Nullable @Size(max = 1_000) String comment) {

  @Nullable String storedReason() {
    return reason == null ? null : reason.wireName();
  }

  /** Without the NUL that PostgreSQL does not store; null when there is nothing to read. */
  @Nullable String storedComment() {
    return comment == null || comment.isBlank() ? null : comment.strip().replace('\0', ' ');
  }

  /** Leaves the comment out. */
  @Override
  public String toString() {
    return "FeedbackRequest[" + queryId + ", " + rating + "]";
  }
}

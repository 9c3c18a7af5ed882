package io.custard.query.thread.message;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.thread.Conversation;
import io.custard.query.workflow.run.WorkflowRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message: a question, or SQL.
 *
 * @param connectionId absent: the thread's
 * @param model absent: the thread's
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MessageRequest(
    @Nullable UUID connectionId,
    @Nullable @Size(min = 1, max = 2_000) String question,
    @Nullable @Size(min = 1, max = 65_536) String sql,
    @Nullable @Min(1) @Max(10_000) Integer maxRows,
    @Nullable @Min(1) @Max(300) Integer timeoutSeconds,
    @Nullable @Size(min = 1, max = 100) String model) {

  /**
   * As it is answered: while somebody follows it.
   *
   * @param before the message before; null: it is the first
   */
  WorkflowRequest in(Conversation thread, @Nullable UUID before) {
    UUID connection = connectionId == null ? thread.connectionId() : connectionId;
    if (connection == null || (question == null) == (sql == null)) {
      throw new CustardException(
          ErrorCode.REQUEST_INVALID,
          connection == null
              ? "Choose a connection for the thread or the message."
              : "Give either question or sql.");
    }
    return new WorkflowRequest(
        connection,
        question,
        sql,
        maxRows,
        timeoutSeconds,
        model == null ? thread.model() : model,
        before,
        true);
  }

  /** What a thread without a title is called after it. */
  String title() {
    String text = Objects.requireNonNullElse(question, Objects.requireNonNullElse(sql, ""));
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 80 ? line.substring(0, 79) + "…" : line;
  }
}

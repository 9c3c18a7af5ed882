package io.custard.query.thread.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked, and what came of it. Rows and sentences are not kept: for a quarter of
 * an hour they are in the workflow of the same id, and later the statement can be run again.
 *
 * @param id also of its workflow and of its entry in the asker's history
 * @param question null: SQL was given
 * @param state {@code running}, {@code succeeded}, {@code failed} or {@code cancelled}
 * @param code why it did not succeed
 * @param sql what was run, or is to be
 * @param model who wrote it; absent for SQL of one's own
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThreadMessage(
    UUID id,
    UUID connectionId,
    @Nullable String question,
    String state,
    @Nullable String code,
    @Nullable String sql,
    @Nullable String model,
    @Nullable Integer rowCount,
    @Nullable Long totalMs,
    @Nullable Long promptTokens,
    @Nullable Long answerTokens,
    Instant createdAt) {

  static ThreadMessage of(Row row) {
    return new ThreadMessage(
        row.getUUID("id"),
        row.getUUID("connection_id"),
        row.getString("question"),
        row.getString("state"),
        row.getString("code"),
        row.getString("sql"),
        row.getString("model"),
        row.getInteger("row_count"),
        row.getLong("total_ms"),
        row.getLong("prompt_tokens"),
        row.getLong("answer_tokens"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /** All of a thread, in their order: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ThreadMessage> items, @Nullable String nextCursor) {}
}

package io.custard.query.history.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.history.Told;
import io.custard.query.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question or statement and how it ended.
 *
 * @param id of the answer
 * @param kind {@code question} or {@code sql}
 * @param sql what was run; absent when nothing was
 * @param model that put the question into SQL; absent for SQL of one's own
 * @param outcome {@code answered}, or the code of the error
 * @param rowCount absent when there was no result
 * @param truncated whether the result had more rows than were brought
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
    UUID id,
    UUID connectionId,
    String kind,
    @Nullable String question,
    @Nullable String sql,
    @Nullable String model,
    String outcome,
    @Nullable Integer rowCount,
    boolean truncated,
    @Nullable Long composeMs,
    @Nullable Long executeMs,
    long totalMs,
    @Nullable Long promptTokens,
    @Nullable Long answerTokens,
    Instant createdAt) {

  /** The columns that {@link #of} reads. */
  static final String COLUMNS =
      """
      id, connection_id, kind, question, sql, model, outcome, row_count, truncated, compose_ms,
      execute_ms, total_ms, prompt_tokens, answer_tokens, created_at\
      """;

  static HistoryEntry of(Row row) {
    return new HistoryEntry(
        row.getUUID("id"),
        row.getUUID("connection_id"),
        row.getString("kind"),
        row.getString("question"),
        row.getString("sql"),
        row.getString("model"),
        row.getString("outcome"),
        row.getInteger("row_count"),
        row.getBoolean("truncated"),
        row.getLong("compose_ms"),
        row.getLong("execute_ms"),
        row.getLong("total_ms"),
        row.getLong("prompt_tokens"),
        row.getLong("answer_tokens"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /** Whether it is a question of this connection, and was answered. */
  public boolean isAnswerOf(UUID connection) {
    return question != null && outcome.equals(Told.ANSWERED) && connectionId.equals(connection);
  }

  /** Some of them, the newest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<HistoryEntry> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }

    /**
     * A page of what was found.
     *
     * @param found one more than fits when there are more
     */
    static Page of(List<HistoryEntry> found, int most) {
      if (found.size() <= most) {
        return new Page(found, null);
      }
      HistoryEntry last = found.get(most - 1);
      return new Page(found.subList(0, most), new Cursor(last.createdAt(), last.id()).text());
    }
  }
}

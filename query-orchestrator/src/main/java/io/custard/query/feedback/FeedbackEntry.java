package io.custard.query.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer, with the answer's question and statement.
 *
 * @param queryId the answer's id
 * @param userName their e-mail, as far as it is known
 * @param rating {@code up} or {@code down}
 * @param reason a word of the API, if any was chosen
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedbackEntry(
    UUID queryId,
    UUID userId,
    @Nullable String userName,
    String rating,
    @Nullable String reason,
    @Nullable String comment,
    UUID connectionId,
    @Nullable String question,
    @Nullable String sql,
    @Nullable String model,
    Instant givenAt) {

  static FeedbackEntry of(Row row) {
    return new FeedbackEntry(
        row.getUUID("query_id"),
        row.getUUID("user_id"),
        row.getString("email"),
        row.getString("rating"),
        row.getString("reason"),
        row.getString("comment"),
        row.getUUID("connection_id"),
        row.getString("question"),
        row.getString("sql"),
        row.getString("model"),
        row.getOffsetDateTime("given_at").toInstant());
  }

  /** Some of them, the newest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<FeedbackEntry> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }

    /**
     * A page of what was found.
     *
     * @param found one more than fits when there are more
     */
    static Page of(List<FeedbackEntry> found, int most) {
      if (found.size() <= most) {
        return new Page(found, null);
      }
      FeedbackEntry last = found.get(most - 1);
      return new Page(found.subList(0, most), new Cursor(last.givenAt(), last.queryId()).text());
    }
  }
}

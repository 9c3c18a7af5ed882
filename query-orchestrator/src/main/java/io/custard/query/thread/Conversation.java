package io.custard.query.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A thread as whoever may read it sees it.
 *
 * @param connectionId what is asked where a message names no other; absent: none was chosen yet
 * @param model that is asked; absent: the usual one
 * @param shared whether others of the organisation may read it, if they may ask its connection
 * @param own whether the caller may write in it
 */
@Schema(name = "Thread")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
    UUID id,
    String title,
    @Nullable UUID connectionId,
    @Nullable String model,
    boolean shared,
    boolean own,
    Instant createdAt,
    Instant updatedAt) {

  static Conversation of(Row row, UUID reader) {
    return new Conversation(
        row.getUUID("id"),
        row.getString("title"),
        row.getUUID("connection_id"),
        row.getString("model"),
        row.getBoolean("shared"),
        row.getUUID("user_id").equals(reader),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant());
  }

  /** Some of them, the latest first; without a next cursor there are no more. */
  @Schema(name = "ThreadPage")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<Conversation> items, @Nullable String nextCursor) {
    static Page of(List<Conversation> found, int most) {
      if (found.size() <= most) {
        return new Page(found, null);
      }
      Conversation last = found.get(most - 1);
      return new Page(found.subList(0, most), new Cursor(last.updatedAt(), last.id()).text());
    }
  }
}

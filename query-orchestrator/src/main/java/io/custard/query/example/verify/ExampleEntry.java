package io.custard.query.example.verify;

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
 * A question with a statement that somebody verified.
 *
 * @param sql canonical, as the guard accepted it
 * @param status stale while the schema has not all of its names, verified otherwise
 * @param verifiedBy absent when that person is no more
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExampleEntry(
    UUID id,
    UUID connectionId,
    String question,
    String sql,
    List<String> tables,
    String status,
    @Nullable UUID verifiedBy,
    Instant verifiedAt) {
  public ExampleEntry {
    tables = List.copyOf(tables);
  }

  static ExampleEntry of(Row row) {
    return new ExampleEntry(
        row.getUUID("id"),
        row.getUUID("connection_id"),
        row.getString("question"),
        row.getString("sql"),
        List.of(row.getArrayOfStrings("tables")),
        row.getString("status"),
        row.getUUID("verified_by"),
        row.getOffsetDateTime("verified_at").toInstant());
  }

  /** Some of them, the newest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<ExampleEntry> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }

    /**
     * A page of what was found.
     *
     * @param found one more than fits when there are more
     */
    static Page of(List<ExampleEntry> found, int most) {
      if (found.size() <= most) {
        return new Page(found, null);
      }
      ExampleEntry last = found.get(most - 1);
      return new Page(found.subList(0, most), new Cursor(last.verifiedAt(), last.id()).text());
    }
  }
}

package io.custard.query.budget.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was taken by one day, person or model; exactly one of the first three is there.
 *
 * @param day of UTC
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageView(
    @Nullable String day,
    @Nullable String userId,
    @Nullable String model,
    long calls,
    long promptTokens,
    long answerTokens) {

  /** A thousand at most: there is never a next cursor. */
  record Page(List<UsageView> items) {
    Page {
      items = List.copyOf(items);
    }
  }

  static UsageView of(UsageBy by, Row row) {
    String key = row.getString(0);
    return new UsageView(
        by == UsageBy.DAY ? key : null,
        by == UsageBy.PERSON ? key : null,
        by == UsageBy.MODEL ? key : null,
        row.getLong(1),
        row.getLong(2),
        row.getLong(3));
  }
}

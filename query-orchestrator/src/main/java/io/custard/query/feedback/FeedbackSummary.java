package io.custard.query.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Feedback counted.
 *
 * @param byReason by what people chose; without a reason where they chose none
 * @param byModel by what put the question into SQL; {@code sql} for SQL of one's own
 * @param byConnection by the connection's id, the one with most feedback first
 * @param byWeek by the Monday it began with, in UTC, the newest first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FeedbackSummary(
    Count all,
    List<Count> byReason,
    List<Count> byModel,
    List<Count> byConnection,
    List<Count> byWeek) {
  public FeedbackSummary {
    byReason = List.copyOf(byReason);
    byModel = List.copyOf(byModel);
    byConnection = List.copyOf(byConnection);
    byWeek = List.copyOf(byWeek);
  }

  /**
   * How many liked and disliked.
   *
   * @param name of what is counted; absent for all, and for what has no name
   * @param shareUp from 0 to 1; absent when there is none
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Count(@Nullable String name, long up, long down, @Nullable Double shareUp) {
    static Count of(@Nullable String name, long up, long down) {
      long all = up + down;
      return new Count(name, up, down, all == 0 ? null : (double) up / all);
    }
  }

  // What grouping() says: a bit for each column that is left out, the first column's the highest.
  private static final int ALL = 0b1111;
  private static final int REASON = 0b0111;
  private static final int MODEL = 0b1011;
  private static final int CONNECTION = 0b1101;
  private static final int WEEK = 0b1110;

  static FeedbackSummary of(List<Row> rows) {
    return new FeedbackSummary(
        counts(rows, ALL, row -> null).stream().findFirst().orElse(Count.of(null, 0, 0)),
        counts(rows, REASON, row -> row.getString("reason")),
        counts(rows, MODEL, row -> model(row.getString("model"))),
        counts(rows, CONNECTION, row -> Objects.toString(row.getUUID("connection_id"))),
        counts(rows, WEEK, row -> Objects.toString(row.getLocalDate("week"))));
  }

  private static List<Count> counts(
      List<Row> rows, int kind, Function<Row, @Nullable String> name) {
    return rows.stream()
        .filter(row -> row.getInteger("kind") == kind)
        .map(row -> Count.of(name.apply(row), row.getLong("up"), row.getLong("down")))
        .toList();
  }

  private static String model(String stored) {
    return stored.isEmpty() ? "sql" : stored;
  }
}

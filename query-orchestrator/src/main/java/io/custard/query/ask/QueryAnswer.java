package io.custard.query.ask;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.custard.query.answer.Answer;
import io.custard.query.chart.Chart;
import io.custard.query.draft.Usage;
import io.custard.query.evidence.Evidence;
import io.custard.query.history.Asking;
import io.custard.query.history.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question.
 *
 * @param sqlQuery the same as {@code sql}, under the name older clients know
 * @param rows a JSON array of arrays, as the agent wrote it
 * @param truncated absent rows and why, or null when the result is whole
 * @param answer one sentence; its figures are taken from the rows
 * @param answerParts the same sentence in pieces, those from a cell with its row and column
 * @param model which model put the question into SQL, or {@code built-in}; null for SQL
 * @param usage what that took of the model; null when none was asked
 * @param evidence the tables, columns and verified examples it rests on
 * @param chart the best way to draw the rows, or null when they are best read
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QueryAnswer(
    QueryId id,
    ConnectionId connectionId,
    @Nullable String question,
    String sql,
    String sqlQuery,
    @Nullable String explanation,
    List<ResultColumn> columns,
    @JsonRawValue String rows,
    int rowCount,
    @Nullable Truncation truncated,
    String answer,
    List<Answer.Part> answerParts,
    @Nullable Chart chart,
    List<String> warnings,
    Evidence evidence,
    @Nullable String model,
    @Nullable Usage usage,
    Timings timings) {

  /** What the history keeps of it. */
  Told told(Asking asked) {
    return asked.answered(
        id,
        sql,
        model,
        new Told.Figures(
            rowCount,
            truncated != null,
            timings.composeMs(),
            timings.executeMs(),
            timings.totalMs(),
            usage == null ? null : usage.promptTokens(),
            usage == null ? null : usage.answerTokens()));
  }

  /**
   * Where the time went, in milliseconds.
   *
   * @param composeMs reading the question, including look-ups of values
   * @param executeMs in the agent and the database, by the agent's clock
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Timings(long composeMs, long executeMs, long totalMs) {}
}

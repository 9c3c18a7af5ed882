package io.custard.query.ask;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
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
import io.custard.query.graph.Outputs;
import io.custard.query.step.AnswerGraph;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.Validated;
import io.custard.query.step.result.Answered;
import io.custard.query.step.result.DrawChart;
import io.custard.query.step.result.Executed;
import io.custard.query.step.result.FindEvidence;
import io.custard.query.step.result.Stated;
import io.custard.query.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param state what the question asks for, as structure: metrics, dimensions, filters, period,
 *     order and limit; null for SQL, and where the statement has a form that is not read
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
    @Schema(implementation = Object.class, type = SchemaType.OBJECT) @Nullable JsonNode state,
    @Nullable String model,
    @Nullable Usage usage,
    Timings timings) {

  /**
   * Where the time went, in milliseconds.
   *
   * @param composeMs reading the question, including look-ups of values
   * @param executeMs in the agent and the database, by the agent's clock
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Timings(long composeMs, long executeMs, long totalMs) {}

  /** Of work whose steps have all ended. */
  static QueryAnswer of(Work work, Outputs outputs) {
    Validated validated = outputs.get(Validated.STEP);
    Executed executed = outputs.get(Executed.STEP);
    Answered answered = outputs.get(Answered.STEP);
    Optional<Composed> composed = outputs.find(Composed.STEP);
    return new QueryAnswer(
        work.asker().question(),
        work.connection().id(),
        work.asked().question(),
        validated.sql(),
        validated.sql(),
        composed.map(Composed::explanation).orElse(null),
        executed.columns(),
        executed.rows(),
        executed.rowCount(),
        executed.truncated(),
        answered.text(),
        answered.parts(),
        outputs.find(DrawChart.STEP).orElse(null),
        warnings(composed, validated),
        outputs.get(FindEvidence.STEP),
        outputs.find(Stated.STEP).map(Stated::state).orElse(null),
        composed.map(Composed::model).orElse(null),
        composed.map(Composed::usage).orElse(null),
        new Timings(
            outputs.millis(AnswerGraph.COMPOSING),
            executed.executeMs(),
            since(work.startedNanos())));
  }

  private static List<String> warnings(Optional<Composed> composed, Validated validated) {
    return Stream.concat(
            composed.stream().flatMap(made -> made.warnings().stream()),
            validated.warnings().stream())
        .toList();
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}

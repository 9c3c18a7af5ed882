package io.custard.cli.output;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.Json;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.api.QueryAnswer.Column;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer for programs: the one line of {@code --json}. Every member is always there.
 *
 * @param error null when the question was answered
 */
@JsonPropertyOrder({"question", "sql", "columns", "rows", "answer", "millis", "error"})
public record ResultLine(
    @Nullable String question,
    @Nullable String sql,
    List<Column> columns,
    List<List<JsonNode>> rows,
    @Nullable String answer,
    long millis,
    @Nullable Failure error) {

  /** Why there is no answer. */
  public record Failure(String code, String detail) {}

  public ResultLine {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public static ResultLine of(@Nullable String question, QueryAnswer answer, long millis) {
    return new ResultLine(
        question, answer.sql(), answer.columns(), answer.rows(), answer.answer(), millis, null);
  }

  /** The line of a question, or of SQL, that was refused. */
  public static ResultLine failed(
      @Nullable String question, @Nullable String sql, ApiProblem problem, long millis) {
    Failure failure = new Failure(problem.code(), problem.detail());
    return new ResultLine(question, sql, List.of(), List.of(), null, millis, failure);
  }

  /** Writes exactly one line. */
  public void print(PrintStream out) {
    try {
      out.println(SafeText.json(Json.MAPPER.writeValueAsString(this)));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result line is always writable", e);
    }
  }
}

package io.custard.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.result.StatementResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which every figure was taken from the result.
 *
 * @param parts the same text in pieces, so that each figure can be linked to its cell
 */
public record Answer(String text, List<Part> parts) {

  /** A piece of the sentence; row and column name the cell it was taken from, if it was. */
  @Schema(name = "AnswerPart")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(String text, @Nullable Integer row, @Nullable Integer column) {
    static Part words(String text) {
      return new Part(text, null, null);
    }
  }

  public Answer {
    parts = List.copyOf(parts);
  }

  private static Answer of(List<Part> parts) {
    return new Answer(parts.stream().map(Part::text).collect(Collectors.joining()), parts);
  }

  /**
   * Puts the cells into a sentence. A cell that is not there is no value.
   *
   * @param template null for SQL that nobody phrased a question for: the rows are counted
   * @param facts of the columns, by their numbers
   */
  public static Answer of(
      @Nullable AnswerTemplate template,
      StatementResult result,
      Map<Integer, ColumnFacts> facts,
      Reader reader) {
    int rows = result.rows().count();
    if (rows == 0 && result.truncation() == null) {
      return of(List.of(Part.words(reader.phrases().noRows())));
    }
    if (template == null && rows == 1 && result.truncation() == null) {
      return of(List.of(Part.words(reader.phrases().oneRow())));
    }
    AnswerTemplate sentence = template == null ? reader.phrases().rows() : template;
    return of(new Resolution(result, facts, reader).of(sentence));
  }
}

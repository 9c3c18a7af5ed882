package io.custard.query.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSentenceTest {
  private static final List<ResultColumn> TWO =
      List.of(
          new ResultColumn("name", ColumnType.TEXT), new ResultColumn("total", ColumnType.DECIMAL));

  @Test
  void figuresComeFromTheCells() {
    StatementResult result = ResultSamples.of(TWO, "[\"Ann\",1234567.895],[\"Bob\",2]");

    String sentence =
        new AnswerSentence("{rows[0][0]} leads {row_count} people with {rows[0][1]}.")
            .resolve(result);

    assertThat(sentence).isEqualTo("Ann leads 2 people with 1,234,567.9.");
  }

  @Test
  void cellsCannotSmuggleReferencesIn() {
    StatementResult result = ResultSamples.of(TWO, "[\"{row_count}$1\",1]");

    assertThat(new AnswerSentence("Top: {rows[0][0]}").resolve(result))
        .isEqualTo("Top: {row_count}$1");
  }

  @Test
  void anEmptyResultSaysSo() {
    assertThat(new AnswerSentence("The top is {rows[0][0]}.").resolve(ResultSamples.of(TWO, "")))
        .isEqualTo("No rows match.");
  }

  @Test
  void aMissingOrNullCellIsNoFigure() {
    StatementResult result = ResultSamples.of(TWO, "[null,1]");

    assertThat(new AnswerSentence("{rows[0][0]} and {rows[5][0]}").resolve(result))
        .isEqualTo("no value and no value");
  }
}

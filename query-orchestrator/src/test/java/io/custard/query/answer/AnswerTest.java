package io.custard.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ResultColumn;
import io.custard.query.answer.Answer.Part;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final List<ResultColumn> TWO = ResultSamples.columns("name:text, total:decimal");
  private static final StatementResult NONE = ResultSamples.of(TWO, "");
  private static final StatementResult ONE = ResultSamples.of(TWO, "[\"Ann\",1]");
  private static final StatementResult SALES =
      ResultSamples.of(TWO, "[\"May\",1234567.895],[\"June\",2],[\"July\",3000]");

  @Test
  void figuresComeFromTheCells() {
    assertThat(text("{rows[0][0]} leads {row_count} months with {rows[0][1]}.", SALES))
        .isEqualTo("May leads 3 months with 1,234,567.9.");
  }

  @Test
  void rowsCanBeCountedFromTheEnd() {
    assertThat(
            text(
                "Sales went from {rows[0][1]} in {rows[0][0]} to {rows[-1][1]} in {rows[-1][0]}.",
                SALES))
        .isEqualTo("Sales went from 1,234,567.9 in May to 3,000 in July.");
  }

  @Test
  void changingACellChangesTheSentence() {
    StatementResult changed = ResultSamples.of(TWO, "[\"May\",1234567.995],[\"June\",2]");

    assertThat(text("In {rows[0][0]}: {rows[0][1]}", changed)).isEqualTo("In May: 1,234,568");
  }

  @Test
  void cellsCannotSmuggleReferencesIn() {
    StatementResult result = ResultSamples.of(TWO, "[\"{row_count}$1\",1]");

    assertThat(text("Top: {rows[0][0]}", result)).isEqualTo("Top: {row_count}$1");
  }

  @Test
  void anEmptyResultSaysSo() {
    assertThat(text("The top is {rows[0][0]}.", NONE)).isEqualTo("No rows match.");
  }

  @Test
  void aMissingOrNullCellIsNoFigure() {
    StatementResult result = ResultSamples.of(TWO, "[null,1]");

    assertThat(text("{rows[0][0]}, {rows[5][0]}, {rows[0][9]} and {rows[-2][0]}", result))
        .isEqualTo("no value, no value, no value and no value");
  }

  @Test
  void rowsThatNobodyPhrasedAQuestionForAreCounted() {
    assertThat(text(null, NONE)).isEqualTo("No rows match.");
    assertThat(text(null, ONE)).isEqualTo("1 row.");
    assertThat(text(null, SALES)).isEqualTo("3 rows.");
  }

  @Test
  void theRowsOfACutResultAreMoreThanCameAndHaveNoKnownEnd() {
    StatementResult cut = ResultSamples.truncated(SALES);

    assertThat(text(null, cut)).isEqualTo("More than 3 rows.");
    assertThat(text("There are {row_count}.", cut)).isEqualTo("There are more than 3.");
    assertThat(text("Last: {rows[-1][0]}", cut)).isEqualTo("Last: no value");
    assertThat(text(null, ResultSamples.truncated(ONE))).isEqualTo("More than 1 rows.");
    assertThat(text(null, ResultSamples.truncated(NONE))).isEqualTo("More than 0 rows.");
  }

  @Test
  void aGermanReaderGetsGermanNumbersAndWords() {
    Reader german = Reader.of("de-DE,de;q=0.9", null);

    assertThat(Answer.of(null, NONE, Map.of(), german).text()).isEqualTo("Keine Zeile passt.");
    assertThat(Answer.of(null, SALES, Map.of(), german).text()).isEqualTo("3 Zeilen.");
    assertThat(Answer.of(AnswerTemplate.parse("{rows[0][1]}"), SALES, Map.of(), german).text())
        .isEqualTo("1.234.567,9");
  }

  @Test
  void everyPartNamesTheCellItWasTakenFrom() {
    Answer answer = answer("From {rows[0][1]} to {rows[-1][0]} in {row_count}.", SALES);

    assertThat(answer.parts())
        .containsExactly(
            new Part("From ", null, null),
            new Part("1,234,567.9", 0, 1),
            new Part(" to ", null, null),
            new Part("July", 2, 0),
            new Part(" in ", null, null),
            new Part("3", null, null),
            new Part(".", null, null));
    assertThat(String.join("", answer.parts().stream().map(Part::text).toList()))
        .isEqualTo(answer.text());
  }

  @Test
  void plainPartsHaveNoCellInJson() throws Exception {
    assertThat(new ObjectMapper().writeValueAsString(answer("Top {rows[0][0]}", ONE).parts()))
        .isEqualTo("[{\"text\":\"Top \"},{\"text\":\"Ann\",\"row\":0,\"column\":0}]");
  }

  @Test
  void wordsOfATemplateCannotTurnTheLine() {
    assertThat(text("where name is '\u202Eevil\n\u200B'", ONE)).isEqualTo("where name is 'evil '");
  }

  @Test
  void whatIsNoReferenceStaysAsItIs() {
    String odd = "{rows[0][0}, {rows[123456][0]}, {rows[0]}, {row_count";

    assertThat(text(odd, ONE)).isEqualTo(odd);
  }

  private static String text(@Nullable String template, StatementResult result) {
    return answer(template, result).text();
  }

  private static Answer answer(@Nullable String template, StatementResult result) {
    return Answer.of(
        template == null ? null : AnswerTemplate.parse(template), result, Map.of(), Reader.UNKNOWN);
  }
}

package io.custard.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.answer.ModelSentence.Accepted;
import io.custard.query.answer.ModelSentence.Refused;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSentenceTest {
  private static final StatementResult SALES =
      ResultSamples.of(
          ResultSamples.columns("month:text, total:decimal"), "[\"May\",10],[\"June\",20]");

  static Stream<String> corpus() {
    return ResultSamples.lines("/corpus/model-sentences.txt");
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void aSentenceIsTakenOrRefusedForItsReason(String line) {
    String sentence = line.substring(line.indexOf(": ") + 2);

    String outcome =
        switch (judged(sentence)) {
          case Accepted accepted -> "TAKEN";
          case Refused refused -> refused.reason().name();
        };

    assertThat(outcome + ": " + sentence).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales\nrose",
        "Sales\u0000",
        "t\u200Bwo",
        "\u202Eevil",
        "t\u00ADwo",
        "a\u2028b",
        "\uD800",
        "tag \uDB40\uDC41"
      })
  void controlAndInvisibleCharactersAreRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.CONTROL_CHARACTER));
  }

  @Test
  void whatStandsForAReferenceInsideIsNotTakenFromOutside() {
    assertThat(judged("\uFFFC")).isEqualTo(new Refused(Refusal.CHARACTER));
  }

  @Test
  void emptyAndLongOnesAreRefused() {
    assertThat(judged(" \t ")).isEqualTo(new Refused(Refusal.EMPTY));
    assertThat(judged("a".repeat(401))).isEqualTo(new Refused(Refusal.TOO_LONG));
    assertThat(judged("{rows[0][0]} ".repeat(21))).isEqualTo(new Refused(Refusal.TOO_LONG));
  }

  @Test
  void theEndOfACutResultIsUnknown() {
    assertThat(ModelSentence.judge("Up to {rows[-1][1]}.", ResultSamples.truncated(SALES)))
        .isEqualTo(new Refused(Refusal.REFERENCE_OUTSIDE));
  }

  @Test
  void whatIsTakenTellsTheCellsOfTheResult() {
    Accepted accepted = (Accepted) judged(" From {rows[0][1]} to {rows[-1][1]}. ");

    assertThat(Answer.of(accepted.template(), SALES, Map.of(), Reader.UNKNOWN).text())
        .isEqualTo("From 10 to 20.");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsASentence(Refusal refusal) {
    assertThat(refusal.detail()).matches("[A-Z].*\\.");
  }

  private static ModelSentence judged(String sentence) {
    return ModelSentence.judge(sentence, SALES);
  }
}

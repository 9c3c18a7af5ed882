package io.custard.query.chart;

import static io.custard.query.chart.ChartSamples.result;
import static io.custard.query.chart.ChartSamples.rows;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.answer.Answer;
import io.custard.query.answer.AnswerTemplate;
import io.custard.query.answer.Reader;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {
  private static final StatementResult CITIES =
      result("city:text, total:integer", rows(5, "\"c%d\",%d"));

  @Test
  void theBestFormIsChosenAndTheOthersAreNamed() {
    Chart chart = requireNonNull(Chart.of(CITIES));

    assertThat(chart.form()).isEqualTo(ChartForm.BAR);
    assertThat(chart.others()).containsExactly(ChartForm.HORIZONTAL_BAR, ChartForm.DONUT);
    assertThat(chart.rows()).isEqualTo(5);
    assertThat(chart.note()).isNull();
  }

  @Test
  void aTableThatSaysItBestHasNone() {
    assertThat(Chart.of(result("a:text, b:text", rows(5, "\"a%d\",\"b%d\"")))).isNull();
  }

  @Test
  void whoeverWishesForAFormGetsAValidOneOrTheReasonWhyNot() {
    Chart.Choice donut = Chart.as(ChartForm.DONUT, CITIES);
    Chart.Choice line = Chart.as(ChartForm.LINE, CITIES);

    assertThat(donut)
        .isInstanceOfSatisfying(
            Chart.Choice.Drawn.class,
            drawn -> {
              assertThat(drawn.chart().form()).isEqualTo(ChartForm.DONUT);
              assertThat(drawn.chart().others())
                  .containsExactly(ChartForm.BAR, ChartForm.HORIZONTAL_BAR);
            });
    assertThat(line)
        .isEqualTo(
            new Chart.Choice.NotValid(
                "A line chart needs one number for each of at least 3 points in time."));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsASentence(ChartForm form) {
    assertThat(form.refusal()).matches("A[^.]* needs [^.]*\\.");
  }

  @Test
  void changingACellChangesTheSentenceAndTheDataOfTheChart() {
    StatementResult changed =
        result("city:text, total:integer", rows(5, "\"c%d\",%d").replace("\"c3\",3", "\"c3\",33"));

    assertThat(sentence(CITIES)).isEqualTo("c3: 3");
    assertThat(sentence(changed)).isEqualTo("c3: 33");
    assertThat(ChartData.of(CITIES).get(2).path("c1").asInt()).isEqualTo(3);
    assertThat(ChartData.of(changed).get(2).path("c1").asInt()).isEqualTo(33);
    assertThat(requireNonNull(Chart.of(changed)).spec())
        .isEqualTo(requireNonNull(Chart.of(CITIES)).spec());
  }

  @Test
  void rowsThatAreMissingAreSpokenOf() {
    Chart cut = requireNonNull(Chart.of(ResultSamples.truncated(CITIES)));
    Chart large = requireNonNull(Chart.of(result("a:float, b:float", rows(5_001, "%d,%d"))));
    Chart many = requireNonNull(Chart.of(result("c:text, n:integer", rows(40, "\"c%d\",%d"))));

    assertThat(cut.note()).isEqualTo("Drawn from the first 5 rows; there are more.");
    assertThat(large.note()).isEqualTo("Drawn from the first 5000 rows; there are more.");
    assertThat(large.rows()).isEqualTo(5_000);
    assertThat(many.note()).isEqualTo("All 40 rows are drawn.");
  }

  @Test
  void itsJsonIsOneForClients() {
    JsonNode json = new ObjectMapper().valueToTree(Chart.of(CITIES));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("form", "reason", "note", "others", "rows", "spec");
    assertThat(json.path("others").get(0).asText()).isEqualTo("horizontal_bar");
    assertThat(json.path("spec").path("data").toString()).isEqualTo("{\"name\":\"result\"}");
  }

  private static String sentence(StatementResult result) {
    AnswerTemplate template = AnswerTemplate.parse("{rows[2][0]}: {rows[2][1]}");
    return Answer.of(template, result, Map.of(), Reader.UNKNOWN).text();
  }
}

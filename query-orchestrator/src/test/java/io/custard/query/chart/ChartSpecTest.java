package io.custard.query.chart;

import static io.custard.query.chart.ChartSamples.pairs;
import static io.custard.query.chart.ChartSamples.result;
import static io.custard.query.chart.ChartSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.result.StatementResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The golden specifications were judged by Vega-Lite's own schema (6.5) and drawn without a
 * warning, every row a mark, east and west of Greenwich. Do so again when one of them changes.
 */
class ChartSpecTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden/chart");

  static StatementResult sample(ChartForm form) {
    return switch (form) {
      case FIGURE -> result("number_of_orders:integer", "[1234]");
      case LINE, AREA -> result("day:date, total:decimal", rows(5, "\"2024-01-0%d\",%d.5"));
      case BAR -> result("month:timestamptz, orders:integer", rows(5, "\"2024-0%d-01T00:00Z\",%d"));
      case MULTI_LINE -> result("year:integer, costs:float, sales:float", rows(5, "202%d,%d,%d"));
      case HORIZONTAL_BAR -> result("city_name:text, share:float", rows(31, "\"city %d\",0.%d"));
      case DONUT -> result("paid:boolean, orders:integer", "[true,5],[false,2]");
      case GROUPED_BAR -> result("city:text, costs:float, sales:float", rows(5, "\"c%d\",%d,%d"));
      case STACKED_BAR, HEAT_MAP ->
          result("month:text, city:text, total:float", pairs(3, 2, "\"2024-0%d\",\"c%d\",%d"));
      case SCATTER ->
          result(
              "at:timestamp, weight:float",
              "[\"2024-01-01T10:00:00\",1]" + ",[\"2024-01-01T10:00:00\",2]".repeat(2));
      case HISTOGRAM -> result("weight:float", rows(10, "%d.25"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyFormIsWrittenAsItWasChecked(ChartForm form) throws IOException {
    Path file = GOLDEN.resolve(form.wire() + ".json");
    JsonNode spec = drawn(form, sample(form)).spec();
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, spec.toPrettyString() + "\n");
    }

    assertThat(file).as("run with -Dcustard.regenerate=true").exists();
    assertThat(spec).isEqualTo(JSON.readTree(file.toFile()));
  }

  @Test
  void namesAreTitlesAndNothingElse() {
    String name = "a.b[\"c\"]'`\\<script>alert({1})</script>\u202E\n";
    StatementResult hostile = result(name + ":text, " + name + "2:integer", rows(3, "\"r%d\",%d"));

    JsonNode encoding = drawn(ChartForm.BAR, hostile).spec().path("encoding");

    assertThat(encoding.path("x").path("field").asText()).isEqualTo("c0");
    assertThat(encoding.path("y").path("field").asText()).isEqualTo("c1");
    assertThat(encoding.path("x").path("title").asText())
        .isEqualTo("A.b[”c”]’’/‹script›alert({1})‹/script›");
  }

  @Test
  void noTitleIsTheKeyThatATooltipLoadsAPictureFor() {
    StatementResult hostile = result("image:text, title:integer", rows(3, "\"//evil/%d\",%d"));

    JsonNode tooltip = drawn(ChartForm.BAR, hostile).spec().path("encoding").path("tooltip");

    assertThat(tooltip.findValuesAsText("title")).containsExactly("Image", "Title");
  }

  @Test
  void cellsAreNowhereInASpecification() {
    StatementResult result = result("name:text, n:integer", "[\"Anna\",4711],[\"Bert\",4712]");

    Chart chart = drawn(ChartForm.BAR, result);

    assertThat(chart.spec().toString()).doesNotContain("Anna", "4711");
    assertThat(ChartData.of(result).toString())
        .isEqualTo("[{\"c0\":\"Anna\",\"c1\":4711},{\"c0\":\"Bert\",\"c1\":4712}]");
  }

  @Test
  void barsBeginAtZeroAndComeInTheOrderOfTheRows() {
    JsonNode encoding =
        drawn(ChartForm.BAR, result("name:text, n:integer", "[\"b\",1000],[\"a\",1001]"))
            .spec()
            .path("encoding");

    assertThat(encoding.path("y").path("scale").path("zero").asBoolean()).isTrue();
    assertThat(encoding.path("x").has("sort")).isTrue();
    assertThat(encoding.path("x").path("sort").isNull()).isTrue();
  }

  @Test
  void aColumnWithoutANameIsCalledByItsPlace() {
    StatementResult result = result("\u0000:text, :integer", "[\"b\",1],[\"a\",2]");

    assertThat(drawn(ChartForm.BAR, result).spec().path("description").asText())
        .isEqualTo("A bar chart of Column 1, Column 2; rows: 2.");
  }

  private static Chart drawn(ChartForm form, StatementResult result) {
    return ((Chart.Choice.Drawn) Chart.as(form, result)).chart();
  }
}

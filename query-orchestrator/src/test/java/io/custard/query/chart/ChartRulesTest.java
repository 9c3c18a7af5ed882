package io.custard.query.chart;

import static io.custard.query.chart.ChartSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartRulesTest {
  /** A line of the table: a case, its result, and the forms that are valid for it. */
  record Case(String name, String columns, String rows, String forms) {
    static Case of(String line) {
      List<String> parts = List.of(line.split(" \\| ", 4));
      return new Case(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    StatementResult result() {
      return ChartSamples.result(columns, ChartSamples.written(rows.strip()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return ResultSamples.lines("/corpus/chart-rules.txt").map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFormsFollowFromTypesAndCardinalities(Case given) {
    assertThat(forms(given.result())).isEqualTo(given.forms());
  }

  @ParameterizedTest
  @EnumSource
  void everyFormIsValidForSomeResultOfTheTable(ChartForm form) {
    assertThat(cases().map(Case::forms)).anyMatch(forms -> forms.matches(".*\\b" + form + "\\b.*"));
  }

  @Test
  void partsOfACutResultMakeNoWhole() {
    StatementResult three = ChartSamples.result("region:text, n:integer", rows(3, "\"r%d\",%d"));

    assertThat(forms(three)).isEqualTo("BAR, HORIZONTAL_BAR, DONUT");
    assertThat(forms(ResultSamples.truncated(three))).isEqualTo("BAR, HORIZONTAL_BAR");
  }

  @Test
  void onlyTheFirstRowsOfALargeResultAreLookedAt() {
    ResultShape shape =
        ResultShape.of(ChartSamples.result("a:float, b:float", rows(5_001, "%d,%d")));

    assertThat(shape.read()).isEqualTo(5_000);
    assertThat(shape.partial()).isTrue();
  }

  @Test
  void aResultOfManyColumnsIsATable() {
    StatementResult wide =
        ChartSamples.result(
            "n:integer" + ", x:text".repeat(20), rows(3, "%d" + ",\"a%d\"".repeat(20)));

    assertThat(forms(wide)).isEqualTo("-");
    assertThat(ResultShape.of(wide).read()).isZero();
  }

  private static String forms(StatementResult result) {
    List<String> forms =
        ChartRules.options(ResultShape.of(result)).stream().map(o -> o.form().name()).toList();
    return forms.isEmpty() ? "-" : String.join(", ", forms);
  }
}

package io.custard.query.chart;

import static io.custard.query.chart.ChartForm.AREA;
import static io.custard.query.chart.ChartForm.BAR;
import static io.custard.query.chart.ChartForm.DONUT;
import static io.custard.query.chart.ChartForm.FIGURE;
import static io.custard.query.chart.ChartForm.GROUPED_BAR;
import static io.custard.query.chart.ChartForm.HEAT_MAP;
import static io.custard.query.chart.ChartForm.HISTOGRAM;
import static io.custard.query.chart.ChartForm.HORIZONTAL_BAR;
import static io.custard.query.chart.ChartForm.LINE;
import static io.custard.query.chart.ChartForm.MULTI_LINE;
import static io.custard.query.chart.ChartForm.SCATTER;
import static io.custard.query.chart.ChartForm.STACKED_BAR;
import static io.custard.query.chart.ChartSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.result.ResultSamples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartRulesTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        rule("one row with one number", "n:integer", "[7]", FIGURE),
        rule("one named row with one number", "name:text, n:integer", "[\"a\",7]", FIGURE),
        rule("one row with two numbers", "a:integer, b:integer", "[7,8]"),
        rule("one row with a null", "n:integer", "[null]"),
        rule("one row with a text", "name:text", "[\"a\"]"),
        rule("no rows", "n:integer", ""),
        rule("no numbers", "a:text, b:text", rows(5, "\"a%d\",\"b%d\"")),
        rule("an id is no number", "customer_id:integer", rows(50, "%d")),
        rule("an id and a name", "id:integer, name:text", rows(9, "%d,\"n%d\"")),
        rule(
            "ids name the rows when nothing else does",
            "id:integer, total:integer",
            rows(5, "%d,%d"),
            BAR,
            HORIZONTAL_BAR,
            DONUT),
        rule(
            "names go before ids",
            "id:integer, name:text, total:integer",
            rows(5, "%d,\"n%d\",%d"),
            BAR,
            HORIZONTAL_BAR,
            DONUT),
        rule(
            "days and a sum",
            "day:date, total:decimal",
            rows(5, "\"2024-01-0%d\",%d"),
            LINE,
            AREA,
            BAR),
        rule("many days", "day:date, total:decimal", rows(31, "\"2024-01-%02d\",%d"), LINE, AREA),
        rule(
            "days and an average",
            "day:date, avg_price:decimal",
            rows(5, "\"2024-01-0%d\",%d"),
            LINE,
            BAR),
        rule(
            "days and a balance",
            "day:date, balance:decimal",
            rows(5, "\"2024-01-0%d\",-%d"),
            LINE,
            BAR),
        rule("two days", "day:date, total:decimal", rows(2, "\"2024-01-0%d\",%d"), BAR),
        rule(
            "moments have no bars",
            "at:timestamp, total:decimal",
            rows(5, "\"2024-01-01T10:0%d:00\",%d"),
            LINE,
            AREA),
        rule(
            "months cut off by the database do",
            "month:timestamptz, total:decimal",
            rows(5, "\"2024-0%d-01T00:00:00Z\",%d"),
            LINE,
            AREA,
            BAR),
        rule(
            "several numbers at a time are points",
            "day:date, total:decimal",
            "[\"2024-01-01\",1],[\"2024-01-01\",2],[\"2024-01-02\",3]",
            SCATTER),
        rule(
            "a missing day is no point",
            "day:date, total:decimal",
            rows(5, "\"2024-01-0%d\",%d") + ",[null,1]"),
        rule(
            "no browser knows infinity",
            "day:date, total:decimal",
            rows(5, "\"2024-01-0%d\",%d") + ",[\"infinity\",1]"),
        rule(
            "a year is a time",
            "order_year:integer, total:integer",
            rows(4, "202%d,%d"),
            LINE,
            AREA,
            BAR),
        rule(
            "a month may be a text",
            "month:text, total:integer",
            rows(4, "\"2024-0%d\",%d"),
            LINE,
            AREA,
            BAR),
        rule("a year alone is no number", "order_year:integer", rows(20, "20%02d")),
        rule(
            "a year that is missing makes categories",
            "order_year:integer, total:integer",
            rows(3, "202%d,%d") + ",[null,4]",
            BAR,
            HORIZONTAL_BAR,
            DONUT),
        rule(
            "few short names",
            "region:text, total:integer",
            rows(5, "\"r%d\",%d"),
            BAR,
            HORIZONTAL_BAR,
            DONUT),
        rule(
            "few long names",
            "region:text, total:integer",
            rows(5, "\"a rather long region %d\",%d"),
            HORIZONTAL_BAR,
            BAR,
            DONUT),
        rule(
            "more names",
            "region:text, total:integer",
            rows(13, "\"r%d\",%d"),
            HORIZONTAL_BAR,
            BAR),
        rule(
            "more than 30 names",
            "region:text, total:integer",
            rows(31, "\"r%d\",%d"),
            HORIZONTAL_BAR),
        rule("100 names", "region:text, total:integer", rows(100, "\"r%d\",%d"), HORIZONTAL_BAR),
        rule("more than 100 names", "region:text, total:integer", rows(101, "\"r%d\",%d")),
        rule(
            "7 parts are too many",
            "region:text, total:integer",
            rows(7, "\"r%d\",%d"),
            BAR,
            HORIZONTAL_BAR),
        rule(
            "no part is zero",
            "region:text, total:integer",
            rows(3, "\"r%d\",%d") + ",[\"x\",0]",
            BAR,
            HORIZONTAL_BAR),
        rule(
            "no part is negative",
            "region:text, total:integer",
            rows(3, "\"r%d\",-%d"),
            BAR,
            HORIZONTAL_BAR),
        rule(
            "averages have no whole",
            "region:text, avg_total:integer",
            rows(3, "\"r%d\",%d"),
            BAR,
            HORIZONTAL_BAR),
        rule("names that come twice", "region:text, total:integer", "[\"a\",1],[\"a\",2]"),
        rule(
            "truths are categories",
            "paid:boolean, n:integer",
            "[true,1],[false,2]",
            BAR,
            HORIZONTAL_BAR,
            DONUT),
        rule(
            "NaN has no place on an axis",
            "region:text, x:float",
            rows(3, "\"r%d\",%d") + ",[\"x\",\"NaN\"]"),
        rule(
            "nor has what a browser cannot hold",
            "region:text, x:decimal",
            rows(3, "\"r%d\",%d") + ",[\"x\",1e400]"),
        rule("a document is no category", "doc:json, n:integer", rows(5, "{\"a\":%d},%d")),
        rule("many numbers", "weight:float", rows(10, "%d"), HISTOGRAM),
        rule("few numbers", "weight:float", rows(9, "%d")),
        rule("many times the same", "weight:float", "[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]"),
        rule("two numbers", "weight:float, height:float", rows(3, "%d,%d"), SCATTER),
        rule("two rows of two numbers", "weight:float, height:float", rows(2, "%d,%d")),
        rule("three numbers", "a:float, b:float, c:float", rows(9, "%d,%d,%d")),
        rule(
            "names with two numbers of like size",
            "name:text, costs:integer, sales:integer",
            rows(5, "\"r%d\",%d,%d"),
            GROUPED_BAR,
            SCATTER),
        rule(
            "names with two numbers far apart",
            "name:text, n:integer, sales:integer",
            rows(5, "\"r%d\",%d,%d000"),
            SCATTER),
        rule(
            "names with three numbers",
            "name:text, a:integer, b:integer, c:integer",
            rows(5, "\"r%d\",%d,%d,%d"),
            GROUPED_BAR),
        rule(
            "days with two numbers of like size",
            "day:date, costs:integer, sales:integer",
            rows(5, "\"2024-01-0%d\",%d,%d"),
            MULTI_LINE,
            GROUPED_BAR,
            SCATTER),
        rule(
            "five numbers",
            "day:date, a:float, b:float, c:float, d:float, e:float",
            rows(5, "\"2024-01-0%d\",%d,%d,%d,%d,%d")),
        rule(
            "days by region",
            "day:date, region:text, total:integer",
            ChartSamples.pairs(4, 3, "\"2024-01-0%d\",\"r%d\",%d"),
            MULTI_LINE,
            GROUPED_BAR,
            STACKED_BAR,
            HEAT_MAP),
        rule(
            "moments by region",
            "region:text, at:timestamp, total:integer",
            ChartSamples.pairs(2, 4, "\"r%d\",\"2024-01-01T10:0%d:00\",%d"),
            MULTI_LINE),
        rule(
            "too many regions for lines",
            "day:date, region:text, total:integer",
            ChartSamples.pairs(4, 9, "\"2024-01-0%d\",\"r%d\",%d"),
            HEAT_MAP),
        rule(
            "years by months",
            "year:integer, month:integer, total:integer",
            ChartSamples.pairs(2, 9, "202%d,%d,%d"),
            MULTI_LINE,
            GROUPED_BAR,
            STACKED_BAR,
            HEAT_MAP),
        rule(
            "two names",
            "region:text, product:text, total:integer",
            ChartSamples.pairs(4, 3, "\"r%d\",\"p%d\",%d"),
            GROUPED_BAR,
            STACKED_BAR,
            HEAT_MAP),
        rule(
            "two names and an average",
            "region:text, product:text, avg_total:integer",
            ChartSamples.pairs(4, 3, "\"r%d\",\"p%d\",%d"),
            GROUPED_BAR,
            HEAT_MAP),
        rule(
            "too many pairs",
            "region:text, product:text, total:integer",
            ChartSamples.pairs(61, 41, "\"r%d\",\"p%d\",%d")),
        rule(
            "pairs that come twice",
            "region:text, product:text, total:integer",
            "[\"a\",\"b\",1],[\"a\",\"b\",2],[\"a\",\"c\",3]"),
        rule(
            "three names",
            "a:text, b:text, c:text, n:integer",
            rows(5, "\"a%d\",\"b%d\",\"c%d\",%d")),
        rule(
            "more than 20 columns",
            "n:integer" + ", x:text".repeat(20),
            rows(3, "%d" + ",\"a%d\"".repeat(20))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFormsFollowFromTypesAndCardinalities(
      String name, String columns, String rows, List<ChartForm> forms) {
    assertThat(forms(columns, rows)).isEqualTo(forms);
  }

  @Test
  void partsOfACutResultMakeNoWhole() {
    var cut =
        ResultSamples.truncated(
            ChartSamples.result("region:text, n:integer", rows(3, "\"r%d\",%d")));

    assertThat(ChartRules.options(ResultShape.of(cut)).stream().map(Option::form))
        .containsExactly(BAR, HORIZONTAL_BAR);
  }

  @Test
  void onlyTheFirstRowsOfALargeResultAreLookedAt() {
    ResultShape shape =
        ResultShape.of(ChartSamples.result("a:float, b:float", rows(5_001, "%d,%d")));

    assertThat(shape.read()).isEqualTo(5_000);
    assertThat(shape.partial()).isTrue();
  }

  @Test
  void everyFormIsValidForSomeResultOfTheTable() {
    Stream<Object> seen = cases().flatMap(rule -> ((List<?>) rule.get()[3]).stream());

    assertThat(seen).contains((Object[]) ChartForm.values());
  }

  private static List<ChartForm> forms(String columns, String rows) {
    return ChartRules.options(ResultShape.of(ChartSamples.result(columns, rows))).stream()
        .map(Option::form)
        .toList();
  }

  private static Arguments rule(String name, String columns, String rows, ChartForm... forms) {
    return Arguments.of(name, columns, rows, List.of(forms));
  }
}

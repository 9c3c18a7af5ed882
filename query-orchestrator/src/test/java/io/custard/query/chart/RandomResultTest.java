package io.custard.query.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.query.answer.Answer;
import io.custard.query.answer.AnswerTemplate;
import io.custard.query.answer.ModelSentence;
import io.custard.query.answer.Reader;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results of all types, with names and cells as odd as a database may have them. */
class RandomResultTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESULTS = 500;
  private static final Set<String> NEVER =
      Set.of(
          "url", "href", "expr", "signal", "transform", "params", "calculate", "filter", "image");

  private static final List<String> NAMES =
      List.of(
          "id",
          "year",
          "total",
          "avg_price",
          "name",
          "image",
          "a.b[0]",
          "datum[\"x\"]",
          "",
          "\u0000",
          "{\"expr\":\"alert(1)\"}",
          "<img src=x>",
          "c1",
          "__proto__",
          "\u202E",
          "x".repeat(500));
  private static final List<String> ODD =
      List.of(
          "null",
          "\"NaN\"",
          "\"Infinity\"",
          "\"\"",
          "1e400",
          "-1e-400",
          "1e99999999999",
          "true",
          "{\"a\":[1]}",
          "[]",
          "\"<script>\"",
          "\"{rows[0][0]}\"",
          "\"infinity\"",
          "\"\\ud800\"",
          "\"+99999-01-01\"",
          "\"2024-01-01\"",
          "\"0000-00-00\"",
          "-0.0",
          "\"24:00:00\"");

  private final Random random = new Random(42);

  @Test
  void noResultBreaksASentenceOrAChartAndEveryFieldIsThere() throws Exception {
    for (int i = 0; i < RESULTS; i++) {
      StatementResult result = result();

      String cells = reference(result, 0) + " " + reference(result, -1) + " {row_count}";
      Answer answer =
          Answer.of(AnswerTemplate.parse(cells), result, Map.of(), Reader.of("de", "Asia/Tokyo"));
      ModelSentence.judge(cells, result);

      assertThat(answer.text()).isNotEmpty().doesNotContainPattern("[\\p{Cc}\\u202E]");
      for (Option option : ChartRules.options(ResultShape.of(result))) {
        checkSpec(ChartSpec.of(option, ResultShape.of(result)), result);
      }
    }
  }

  private static void checkSpec(JsonNode spec, StatementResult result)
      throws JsonProcessingException {
    Set<String> fields =
        IntStream.range(0, result.columns().size())
            .mapToObj(ColumnShape::field)
            .collect(Collectors.toSet());

    assertThat(JSON.readTree(JSON.writeValueAsString(spec))).isEqualTo(spec);
    assertThat(fields).containsAll(spec.findValuesAsText("field"));
    assertThat(NEVER).allSatisfy(key -> assertThat(spec.findValue(key)).isNull());
    assertThat(spec.path("data").toString()).isEqualTo("{\"name\":\"result\"}");
    assertThat(ChartData.of(result)).hasSize(result.rows().count());
  }

  private String reference(StatementResult result, int row) {
    return "{rows[%d][%d]}".formatted(row, random.nextInt(result.columns().size()));
  }

  private StatementResult result() {
    int width = 1 + random.nextInt(4);
    List<ResultColumn> columns =
        IntStream.range(0, width)
            .mapToObj(i -> new ResultColumn(any(NAMES), any(List.of(ColumnType.values()))))
            .toList();
    boolean odd = random.nextInt(3) == 0;
    String rows =
        IntStream.range(0, random.nextInt(12))
            .mapToObj(row ->
                columns.stream()
                    .map(column -> cell(column.type(), row, odd))
                    .collect(Collectors.joining(",", "[", "]")))
            .collect(Collectors.joining(","));
    return ResultSamples.of(columns, rows);
  }

  private String cell(ColumnType type, int row, boolean odd) {
    if (odd && random.nextInt(4) == 0) {
      return any(ODD);
    }
    return switch (type) {
      case INTEGER -> "" + random.nextInt(-5, 3_000);
      case DECIMAL, FLOAT -> "" + random.nextDouble() * 1_000;
      case BOOLEAN -> "" + random.nextBoolean();
      case DATE -> "\"2024-01-%02d\"".formatted(row + 1);
      case TIME -> "\"12:%02d:00\"".formatted(row);
      case TIMESTAMP -> "\"2024-01-01T12:%02d:00\"".formatted(row);
      case TIMESTAMPTZ -> "\"2024-01-%02dT00:00:00Z\"".formatted(row + 1);
      case JSON -> "{\"k\":%d}".formatted(row);
      case ARRAY -> "[%d]".formatted(row);
      default -> "\"text %d\"".formatted(random.nextInt(6));
    };
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

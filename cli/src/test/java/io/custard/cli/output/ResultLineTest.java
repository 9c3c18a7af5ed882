package io.custard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.Json;
import io.custard.cli.api.QueryAnswer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultLineTest {

  @Test
  void holdsEveryMemberInTheDocumentedOrder() throws Exception {
    // Given
    QueryAnswer answer =
        answer(
            """
            {"id":"1","question":"q","sql":"SELECT 1","columns":[{"name":"n","type":"numeric"}],
             "rows":[[1.50,12345678901234567890,null,"a"]],"row_count":1,"truncated":null,
             "answer":"One.","warnings":[],"timings":{"total_ms":3}}
            """);

    // When
    String line = printed(ResultLine.of("q", answer, 17));

    // Then
    assertThat(line)
        .isEqualTo(
            """
            {"question":"q","sql":"SELECT 1","columns":[{"name":"n","type":"numeric"}],\
            "rows":[[1.50,12345678901234567890,null,"a"]],"answer":"One.","millis":17,"error":null}
            """);
  }

  @Test
  void holdsTheCodeWhenRefused() {
    // Given
    ApiProblem problem = new ApiProblem("SQL_NOT_READ_ONLY", "Only reads.");

    // When
    String line = printed(ResultLine.failed(null, "DROP TABLE t", problem, 4));

    // Then
    assertThat(line)
        .isEqualTo(
            """
            {"question":null,"sql":"DROP TABLE t","columns":[],"rows":[],"answer":null,"millis":4,\
            "error":{"code":"SQL_NOT_READ_ONLY","detail":"Only reads."}}
            """);
  }

  @Test
  void isOneHarmlessLineThatMeansTheSame() throws Exception {
    // Given
    String hostile = "a\nb\r\u001b[2J\u009b1m\u2028\u202e\udb40\udc41";
    ApiProblem problem = new ApiProblem("UNKNOWN", hostile);

    // When
    String line = printed(ResultLine.failed(hostile, null, problem, 0));

    // Then
    assertThat(line.lines()).hasSize(1);
    assertThat(line).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|[\u007f-\u009f\u2028\u202e]");
    JsonNode read = Json.MAPPER.readTree(line);
    assertThat(read.path("question").textValue()).isEqualTo(hostile);
  }

  private static QueryAnswer answer(String json) throws Exception {
    return Json.MAPPER.readValue(json, QueryAnswer.class);
  }

  private static String printed(ResultLine line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    line.print(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

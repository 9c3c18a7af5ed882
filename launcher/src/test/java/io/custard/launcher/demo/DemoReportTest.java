package io.custard.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.api.QueryAnswer.Column;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void jsonIsOneLineWithEveryMember() {
    new DemoReport.Lines(out).answered("How many?", answer(1), 12);

    assertThat(text())
        .isEqualTo(
            """
            {"question":"How many?","sql":"SELECT 1","columns":[{"name":"n","type":"integer"}],\
            "rows":[[0]],"answer":"One.","millis":12,"error":null}
            """);
  }

  @Test
  void refusalStillPrintsItsLine() {
    new DemoReport.Lines(out).refused("Why?", new ApiProblem("QUERY_NOT_ANSWERABLE", "No."), 3);

    assertThat(text())
        .contains("\"question\":\"Why?\"")
        .contains("\"error\":{\"code\":\"QUERY_NOT_ANSWERABLE\",\"detail\":\"No.\"}")
        .hasLineCount(1);
  }

  @Test
  void peopleSeeTheFirstTenRows() {
    new DemoReport.Text(out).answered("Which?", answer(12), 12);

    assertThat(text()).contains("SELECT 1", "(10 rows)", "2 more rows are not shown.", "One.");
  }

  private static QueryAnswer answer(int rows) {
    List<List<JsonNode>> cells =
        IntStream.range(0, rows).mapToObj(i -> List.<JsonNode>of(IntNode.valueOf(i))).toList();
    return new QueryAnswer(
        "How many?",
        "SELECT 1",
        List.of(new Column("n", "integer")),
        cells,
        null,
        "One.",
        List.of());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

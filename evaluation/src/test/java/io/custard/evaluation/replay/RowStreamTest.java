package io.custard.evaluation.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.evaluation.rows.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowStreamTest {
  private final List<String> written = new ArrayList<>();

  @Test
  void valuesAreThoseOfTheDatabaseAgain() throws IOException {
    String columns =
        "integer,float,boolean,timestamp,bytes,json,text,float,boolean,timestamp,bytes,json";
    String row =
        "[1,2.50,true,\"2024-05-01T10:00:00\",\"aGk=\",{\"a\": [1, 2.0]},\"x\",\"Infinity\","
            + "\"no\",\"2024-05-01\",\"not base64\",true]";

    Outcome outcome = read(head(columns), row, end(1));

    assertThat(((Outcome.Ran) outcome).rows().rows())
        .containsExactly(
            Arrays.asList(
                1L,
                2.5,
                1L,
                "2024-05-01 10:00:00",
                "hi",
                "{\"a\": [1, 2.0]}",
                "x",
                Double.POSITIVE_INFINITY,
                "no",
                "2024-05-01",
                "not base64",
                "true"));
  }

  @Test
  void rowsAreHandedOnAsTheyCome() throws IOException {
    read(head("text"), "[\"a\"]", "[null]", end(2));

    assertThat(written).containsExactly("[\"a\"]", "[null]");
  }

  @Test
  void aFailureInTheMiddleKeepsItsCode() throws IOException {
    Outcome outcome =
        read(
            head("integer"),
            "[1]",
            "{\"type\":\"error\",\"code\":\"QUERY_DEADLINE_EXCEEDED\",\"detail\":\"late\"}");

    assertThat(outcome).isEqualTo(new Outcome.Failed("QUERY_DEADLINE_EXCEEDED", "late"));
  }

  @Test
  void whatIsNotWholeIsAFailure() throws IOException {
    assertThat(code(read(head("integer"), "[1]"))).isEqualTo(RowStream.BROKEN);
    assertThat(code(read(head("integer"), "[1]", end(2)))).isEqualTo(RowStream.BROKEN);
    assertThat(code(read())).isEqualTo(RowStream.BROKEN);
    assertThat(
            code(
                read(
                    head("integer"),
                    "[1]",
                    "{\"type\":\"end\",\"row_count\":1,\"truncated\":{\"reason\":\"rows\"}}")))
        .isEqualTo(RowStream.TRUNCATED);
  }

  private Outcome read(String... lines) throws IOException {
    String body = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return RowStream.read(
        new ByteArrayInputStream(body.getBytes(UTF_8)),
        text -> written.add(new String(text, UTF_8)));
  }

  private static String code(Outcome outcome) {
    return ((Outcome.Failed) outcome).code();
  }

  private static String head(String types) {
    List<String> columns = new ArrayList<>();
    for (String type : types.split(",")) {
      columns.add("{\"name\":\"c\",\"type\":\"" + type + "\"}");
    }
    return "{\"type\":\"columns\",\"columns\":[" + String.join(",", columns) + "]}";
  }

  private static String end(int rows) {
    return "{\"type\":\"end\",\"row_count\":" + rows + ",\"truncated\":null}";
  }
}

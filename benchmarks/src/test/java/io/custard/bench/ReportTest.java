package io.custard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void isOneJsonLine() throws Exception {
    report().printJson(out);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"bench":"demo","figures":{"whole_s":7.5,"inner":{"p50_ms":1}},"machine":{"cores":2}}
            """);
  }

  @Test
  void isTableOfNestedNames() {
    report().printTable(out);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            whole_s        7.5
            inner p50_ms   1
            machine cores  2
            """);
  }

  @Test
  void describesThisMachine() throws Exception {
    ObjectNode machine = Machine.describe();

    assertThat(machine.path("cores").asInt()).isPositive();
    assertThat(machine.path("memory_gib").asLong()).isPositive();
    assertThat(machine.path("jdk").asText()).startsWith("2");
    assertThat(machine.path("os").asText()).startsWith("Linux ");
  }

  private static Report report() {
    ObjectNode figures = Json.MAPPER.createObjectNode().put("whole_s", 7.5);
    figures.putObject("inner").put("p50_ms", 1);
    return new Report("demo", figures, Json.MAPPER.createObjectNode().put("cores", 2));
  }
}

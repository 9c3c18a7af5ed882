package io.custard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GuardCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void showsWhatAnAcceptedStatementReads() {
    int exitCode = run("", "--dialect", "postgres", "SELECT Upper(b.title)", "FROM Books b -- all");

    assertThat(exitCode).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            accepted
              SELECT Upper(b.title) FROM Books b
            tables     books
            columns    books.title
            functions  upper
            """);
  }

  @Test
  void pointsAtWhatItRefuses() {
    int exitCode = run("", "--dialect", "postgresql", "SELECT 1,\n\tpg_sleep(9)");

    assertThat(exitCode).isEqualTo(1);
    List<String> lines = text(out).lines().toList();
    assertThat(lines.get(0)).isEqualTo("refused: SQL_FUNCTION_NOT_ALLOWED at line 2, column 2");
    assertThat(lines.get(1)).isEqualTo("  \\tpg_sleep(9)");
    assertThat(lines.get(2)).isEqualTo("    ^");
    assertThat(lines.get(3)).contains("pg_sleep");
  }

  @Test
  void cutsLongLinesAroundTheFinding() {
    String names = "a, ".repeat(100);
    run("", "--dialect", "postgresql", "SELECT " + names + "pg_sleep(9), " + names + "b");

    List<String> lines = text(out).lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(110).startsWith("  …").endsWith("…");
    assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("pg_sleep(9)");
  }

  @Test
  void keepsStatementsHarmlessForTheTerminal() {
    run("", "--dialect", "postgresql", "SELECT \u001b[2J, pg_sleep(1)");

    assertThat(text(out)).doesNotContain("\u001b");
  }

  @Test
  void pointsBehindTheEndOfAnEmptyText() {
    assertThat(run("", "--dialect", "postgresql", "")).isEqualTo(1);
    assertThat(text(out)).startsWith("refused: SQL_EMPTY at line 1, column 1\n  \n  ^\n");
  }

  @Test
  void answersLinesInOrder() throws Exception {
    String lines =
        """
        {"id":"a","sql":"SELECT n FROM t","dialect":"postgres"}
        {"id":7,"sql":"DROP TABLE t"}
        {"sql":"SELECT 1","dialect":null}
        """;

    int exitCode = run(lines, "--jsonl", "--dialect", "postgresql");

    assertThat(exitCode).isEqualTo(1);
    List<JsonNode> answers = answers();
    assertThat(answers).hasSize(3);
    JsonNode accepted = answers.get(0);
    assertThat(accepted.path("micros").isIntegralNumber()).isTrue();
    assertThat(accepted.toString())
        .matches(
            """
            {"id":"a","verdict":"accept","code":null,"message":null,"position":null,"micros":\\d+,\
            "tables":["t"],"columns":["t.n"],"functions":[],"sql":"SELECT n FROM t"}\
            """
                .replace("[", "\\[")
                .replace("{", "\\{"));
    JsonNode refused = answers.get(1);
    assertThat(refused.path("id").intValue()).isEqualTo(7);
    assertThat(refused.path("verdict").textValue()).isEqualTo("reject");
    assertThat(refused.path("code").textValue()).isEqualTo("SQL_NOT_READ_ONLY");
    assertThat(refused.path("position").intValue()).isZero();
    assertThat(answers.get(2).path("id").isNull()).isTrue();
    assertThat(answers.get(2).path("verdict").textValue()).isEqualTo("accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT 1",
        "{\"id\":1,\"sql\":\"SELECT 1\"",
        "[]",
        "\"SELECT 1\"",
        "{\"sql\":\"SELECT 1\"} {}",
        "{\"sql\":\"SELECT 1\",\"sql\":\"DROP TABLE t\"}",
        "{\"sql\":null}",
        "{\"sql\":[\"SELECT 1\"]}",
        "{\"sql\":\"SELECT 1\",\"dialect\":3}"
      })
  void refusesMalformedLineAndGoesOn(String line) throws Exception {
    int exitCode =
        run(line + "\n{\"id\":2,\"sql\":\"SELECT 1\"}", "--jsonl", "--dialect", "postgres");

    assertThat(exitCode).isEqualTo(1);
    List<JsonNode> answers = answers();
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).path("verdict").textValue()).isEqualTo("reject");
    assertThat(answers.get(0).path("code").textValue()).isEqualTo("LINE_MALFORMED");
    assertThat(answers.get(0).get("id").isNull()).isTrue();
    assertThat(answers.get(1).path("verdict").textValue()).isEqualTo("accept");
  }

  @Test
  void refusesBytesThatAreNotText() throws Exception {
    byte[] lines = "{\"sql\":\"SELECT '\u00ff'\"}\n".getBytes(StandardCharsets.ISO_8859_1);

    run(new ByteArrayInputStream(lines), "--jsonl", "--dialect", "postgresql");

    assertThat(answers().getFirst().path("code").textValue()).isEqualTo("LINE_MALFORMED");
  }

  @Test
  void holdsNoMoreThanOneLineOfBoundedLength() throws Exception {
    String lines = "x".repeat((16 << 20) + 1) + "\n{\"id\":2,\"sql\":\"SELECT 1\"}";

    run(lines, "--jsonl", "--dialect", "postgresql");

    assertThat(answers())
        .extracting(a -> a.path("verdict").textValue())
        .containsExactly("reject", "accept");
  }

  @Test
  void refusesDialectsItDoesNotKnow() throws Exception {
    String lines =
        """
        {"id":1,"sql":"SELECT 1"}
        {"id":2,"sql":"SELECT 1","dialect":"basic"}
        """;

    run(lines, "--jsonl");

    assertThat(answers())
        .extracting(answer -> answer.path("code").textValue())
        .containsExactly("LINE_MALFORMED", "SQL_DIALECT_UNSUPPORTED");
    assertThat(answers().getFirst().path("id").intValue()).isEqualTo(1);
  }

  @Test
  void endsWithZeroWhenEverythingIsAccepted() {
    assertThat(run("{\"sql\":\"SELECT 1\",\"dialect\":\"postgresql\"}\r\n", "--jsonl")).isZero();
    assertThat(run("", "--jsonl")).isZero();
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("", "SELECT 1")).isEqualTo(2);
    assertThat(run("", "SELECT 1", "--dialect", "basic")).isEqualTo(2);
    assertThat(run("", "--jsonl", "SELECT 1")).isEqualTo(2);
    assertThat(run("", "--dialect", "postgresql")).isEqualTo(2);
    assertThat(text(err)).contains("--dialect", "sqlserver");
    assertThat(text(out)).isEmpty();
  }

  private List<JsonNode> answers() throws Exception {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : text(out).lines().toList()) {
      answers.add(Json.MAPPER.readTree(line));
    }
    return answers;
  }

  private int run(String input, String... arguments) {
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  private int run(ByteArrayInputStream input, String... arguments) {
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandLine command = new CommandLine(new GuardCommand(input, outStream));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    return command.execute(arguments);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

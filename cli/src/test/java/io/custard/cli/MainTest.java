package io.custard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.cli.api.RunContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path home;

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestingEdge edge;

  @BeforeEach
  void startEdge() throws IOException {
    edge = new TestingEdge();
  }

  @AfterEach
  void stopEdge() {
    edge.close();
  }

  @Test
  void aModelIsChosenByItsName() throws Exception {
    writeContext("secret");

    run("ask", "--model", "gpt", "How", "many?");

    assertThat(edge.queries().getFirst()).contains("\"model\":\"gpt\"");
  }

  @Test
  void asksTheRunningStackAndPrintsTheWholeAnswer() throws Exception {
    // Given
    writeContext("secret");

    // When
    int exitCode = run("ask", "How", "many?");

    // Then
    assertThat(exitCode).isZero();
    assertThat(edge.queries())
        .containsExactly("Bearer token-1 {\"connection_id\":\"c1\",\"question\":\"How many?\"}");
    assertThat(text(out))
        .isEqualTo(
            """
            ? How many?
            SELECT count(*) AS n

            n
            ─
            7
            (1 row)
            ! There is more: cut by rows at 1.

            There are 7.
            ! The role may write.
            """);
    assertThat(text(err)).isEmpty();
  }

  @Test
  void runsSqlAndPrintsNothingButOneJsonLine() throws Exception {
    // Given
    writeContext("secret");

    // When
    int exitCode = run("sql", "--json", "@select 1");

    // Then
    assertThat(exitCode).isZero();
    assertThat(edge.queries())
        .containsExactly("Bearer token-1 {\"connection_id\":\"c1\",\"sql\":\"@select 1\"}");
    assertThat(text(out).lines()).hasSize(1);
    assertThat(text(out)).contains("\"rows\":[[7]]").contains("\"error\":null");
  }

  @Test
  void printsRefusalWithCodeAndExitsWithOne() throws Exception {
    // Given
    writeContext("secret");
    edge.answerWith(
        422,
        """
        {"code":"A_NEWER_CODE","detail":"No.\\u001b[2J","status":422,
         "violations":[{"field":"question","message":"must not be empty"}]}
        """);

    // When
    int exitCode = run("ask", "--json", "x");

    // Then
    assertThat(exitCode).isEqualTo(1);
    assertThat(text(err)).isEqualTo("A_NEWER_CODE: No.\\u{1b}[2J question: must not be empty.\n");
    assertThat(text(out)).contains("\"error\":{\"code\":\"A_NEWER_CODE\",");
  }

  @Test
  void treatsBodyOfSomethingElseAsUnknown() throws Exception {
    // Given
    writeContext("secret");
    edge.answerWith(502, "<html>Bad gateway</html>");

    // When
    int exitCode = run("ask", "x");

    // Then
    assertThat(exitCode).isEqualTo(1);
    assertThat(text(err)).startsWith("UNKNOWN: ").contains("502").doesNotContain("html");
  }

  @Test
  void treatsUnreadableAnswerAsUnknown() throws Exception {
    // Given
    writeContext("secret");
    edge.answerWith(200, "[1, 2]");

    // When / Then
    assertThat(run("ask", "x")).isEqualTo(1);
    assertThat(text(err)).startsWith("UNKNOWN: ");
  }

  @Test
  void printsRefusedLogIn() throws Exception {
    // Given
    writeContext("changed");

    // When / Then
    assertThat(run("ask", "x")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("AUTH_CREDENTIALS_WRONG: Wrong.\n");
    assertThat(edge.queries()).isEmpty();
  }

  @Test
  void saysHowToStartWhenNothingRuns() {
    assertThat(run("ask", "--json", "x")).isEqualTo(3);
    assertThat(text(err)).contains("./custard up");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void saysHowToStartWhenTheFileIsLeftOver() throws Exception {
    // Given
    writeContext("secret");
    edge.close();

    // When / Then
    assertThat(run("ask", "x")).isEqualTo(3);
    assertThat(text(err)).contains("./custard up");
  }

  @Test
  void usesTokenAndAddressFromTheEnvironment() {
    // Given
    environment.put("CUSTARD_URL", edge.url());
    environment.put("CUSTARD_TOKEN", "mine");

    // When
    int exitCode = run("sql", "select 1", "--connection", "c9");

    // Then
    assertThat(exitCode).isZero();
    assertThat(edge.queries())
        .containsExactly("Bearer mine {\"connection_id\":\"c9\",\"sql\":\"select 1\"}");
  }

  @Test
  void neverSendsTheCheckoutsPasswordToAnotherAddress() throws Exception {
    // Given
    writeContext("secret");
    environment.put("CUSTARD_URL", edge.url());

    // When / Then
    assertThat(run("ask", "x")).isEqualTo(2);
    assertThat(text(err)).contains("CUSTARD_TOKEN");
    assertThat(edge.queries()).isEmpty();
  }

  @Test
  void refusesAddressThatIsNone() {
    // Given
    environment.put("CUSTARD_URL", "localhost:8080");
    environment.put("CUSTARD_TOKEN", "mine");

    // When / Then
    assertThat(run("ask", "x", "--connection", "c")).isEqualTo(2);
    assertThat(text(err)).contains("CUSTARD_URL");
  }

  @Test
  void refusesWrongUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("ask")).isEqualTo(2);
    assertThat(run("ask", "x", "--nonsense")).isEqualTo(2);
    assertThat(text(out)).isEmpty();
  }

  private int run(String... args) {
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.run(
        new Surroundings(environment, home, InputStream.nullInputStream(), outStream, errStream),
        args);
  }

  private void writeContext(String password) throws IOException {
    Path file = RunContext.file(home);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"url":"%s","email":"demo@custard.dev","password":"%s","connection_id":"c1"}
        """
            .formatted(edge.url(), password));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

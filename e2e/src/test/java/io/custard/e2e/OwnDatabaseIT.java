package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demo on a database of one's own, as its one command. */
class OwnDatabaseIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Finished(int exitCode, List<JsonNode> lines, String progress) {}

  @Test
  void theDemoAnswersQuestionsAboutOnesOwnDatabase() throws Exception {
    RunningSuite suite = RunningSuite.get();

    Finished demo =
        demo(
            suite.clinicUrl(suite.postgres().superuserPassword()),
            "How many patients are there in Lisbon?",
            "Which 2 doctors have the highest salary?",
            "Why are we here?");

    assertThat(demo.lines()).hasSize(3);
    assertThat(demo.lines().get(0).path("rows").toString()).isEqualTo("[[20]]");
    assertThat(demo.lines().get(0).path("error").isNull()).isTrue();
    assertThat(demo.lines().get(1).path("rows").toString()).contains("Omar Lind", "Ruth Adler");
    assertThat(demo.lines().get(2).path("error").path("code").asText())
        .isEqualTo("QUERY_NOT_ANSWERABLE");
    assertThat(demo.exitCode()).as("a refused question").isNotZero();
    assertThat(demo.progress())
        .contains("role")
        .doesNotContain(suite.postgres().superuserPassword());
  }

  private static Finished demo(String url, String... questions) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("demo", "--db", url, "--exit", "--json"));
    for (String question : questions) {
      arguments.addAll(List.of("--ask", question));
    }
    Path state = Path.of("target", "state-demo").toAbsolutePath();
    Files.createDirectories(state);
    Path output = state.resolve("stdout");
    Path progress = state.resolve("stderr");
    Process process =
        new ProcessBuilder(Programs.launcher(state, arguments))
            .redirectOutput(output.toFile())
            .redirectError(progress.toFile())
            .start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroy();
      throw new AssertionError("the demo did not end");
    }
    return new Finished(process.exitValue(), lines(output), Files.readString(progress));
  }

  private static List<JsonNode> lines(Path output) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}

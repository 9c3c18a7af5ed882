package io.custard.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.evaluation.replay.Result;
import io.custard.evaluation.replay.Result.End;
import io.custard.evaluation.replay.Verdict;
import io.custard.evaluation.set.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
  private static final Verdict FINE = new Verdict(true, false, true);
  private static final Verdict DOUBTED = new Verdict(true, true, true);
  private static final Verdict REFUSED = new Verdict(false, false, false);
  private static final End RIGHT = new End("", true);
  private static final End RAN = new End("", false);
  private static final End BROKEN = new End("DIRECT_FAILED", false);

  private final List<Result> results =
      List.of(
          result(FINE, RIGHT, RIGHT, true, 10),
          result(DOUBTED, RAN, RAN, true, 20),
          result(FINE, RAN, RIGHT, false, 30),
          result(REFUSED, new End("SQL_UNPARSEABLE", false), RAN, false, 40),
          result(DOUBTED, new End("SQL_EXECUTION_FAILED", false), BROKEN, false, 50),
          result(REFUSED, new End("SQL_NOT_READ_ONLY", false), BROKEN, false, 60),
          result(FINE, RAN, BROKEN, false, 70),
          result(FINE, new End("SQL_EXECUTION_FAILED", false), BROKEN, false, 80),
          result(
              FINE,
              new End("EVAL_SET_UNSUPPORTED", false),
              new End("EVAL_NOT_RUN", false),
              false,
              0));

  @TempDir Path folder;

  @Test
  void everyStatementIsCountedOnceByItsEnd() {
    ObjectNode figures = Summary.of(results);

    assertThat(figures.path("statements").asInt()).isEqualTo(9);
    assertThat(figures.path("ran").asInt()).isEqualTo(4);
    assertThat(figures.path("refused").asInt()).isEqualTo(2);
    assertThat(figures.path("refused_by_code").path("SQL_UNPARSEABLE").asInt()).isEqualTo(1);
    assertThat(figures.path("failed").asInt()).isEqualTo(2);
    assertThat(figures.path("left_out").asInt()).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfIsTheMeasure() {
    ObjectNode figures = Summary.of(results);

    assertThat(figures.path("direct_equal").asInt()).isEqualTo(2);
    assertThat(figures.path("direct_different").asInt()).isEqualTo(1);
    assertThat(figures.path("direct_ran_refused").asInt()).isEqualTo(1);
    assertThat(figures.path("direct_failed_ran").asInt()).isEqualTo(1);
    assertThat(figures.path("accuracy_pipeline").asDouble()).isEqualTo(12.5);
    assertThat(figures.path("accuracy_direct").asDouble()).isEqualTo(25.0);
    assertThat(figures.path("verdicts_different").asInt()).isEqualTo(1);
  }

  @Test
  void theValidatorIsHeldAgainstTheDatabase() {
    ObjectNode figures = Summary.of(results);

    assertThat(figures.path("broken").asInt()).isEqualTo(4);
    assertThat(figures.path("validator_caught").asInt()).isEqualTo(1);
    assertThat(figures.path("guard_caught").asInt()).isEqualTo(1);
    assertThat(figures.path("validator_wrong").asInt()).isEqualTo(1);
    assertThat(figures.path("validator_wrong_percent").asDouble()).isEqualTo(25.0);
    assertThat(figures.path("median_ms").asDouble()).isEqualTo(20.0);
    assertThat(figures.path("p99_ms").asDouble()).isEqualTo(70.0);
  }

  @Test
  void whatDiffersIsListed() throws Exception {
    Path file = folder.resolve("differences.jsonl");

    Differences.write(results, file);

    assertThat(Files.readAllLines(file))
        .extracting(line -> line.replaceAll(".*\"kind\":\"(\\w+)\".*", "$1"))
        .containsExactly("doubted", "rows", "lost", "gained", "missed");
  }

  @Test
  void figuresArePrintedForPeopleAndForPrograms() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    Figures.printTable(Summary.of(results), out);
    String table = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    Figures.printJson(Summary.of(results), out);

    assertThat(table).containsPattern("(?m)^refused +2$").containsPattern("(?m)^  SQL_UNP.* 1$");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("{\"statements\":9,")
        .hasLineCount(1);
  }

  @Test
  void nothingIsSummedUpToo() {
    assertThat(Summary.of(List.of()).path("accuracy_direct").asDouble()).isZero();
  }

  private static Result result(
      Verdict verdict, End pipeline, End direct, boolean same, long millis) {
    return new Result(
        new Recorded(0, "q", "M", "select 1"),
        verdict,
        pipeline,
        direct,
        same,
        Duration.ofMillis(millis));
  }
}

package io.custard.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.fuzz.Trial.Broken;
import io.custard.bench.fuzz.Trial.Result;
import io.custard.bench.guard.Guards;
import io.custard.guard.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FuzzBenchmarkTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream progress = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void makesTheSameTextsFromTheSameSeed() {
    Inputs inputs = new Inputs(3, List.of(Dialect.values()), List.of());
    Inputs again = new Inputs(3, List.of(Dialect.values()), List.of());
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (long number = 0; number < 500; number++) {
      assertThat(inputs.get(number)).isEqualTo(again.get(number));
      kinds.add(inputs.get(number).kind());
    }

    assertThat(kinds).containsExactly(Kind.values());
    assertThat(new Inputs(4, List.of(Dialect.values()), List.of()).get(9))
        .isNotEqualTo(inputs.get(9));
  }

  @Test
  void findsNothingInShortRun() throws Exception {
    FuzzBenchmark fuzz = new FuzzBenchmark(Path.of("..").toRealPath(), 2_000, 5, progress);

    ObjectNode figures = fuzz.measure();

    assertThat(fuzz.passes(figures)).as(shown.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(figures.path("inputs").asInt()).isEqualTo(2_000);
    assertThat(figures.path("accepted").asInt()).isPositive();
    assertThat(figures.path("dialects").toString()).contains("POSTGRESQL");
  }

  @Test
  void failsOnBrokenPromisesAndShowsThem() {
    Findings findings = new Findings(10, progress);
    findings.add(result(11, 0, Optional.of(Broken.UNSTABLE)));
    findings.add(result(12, Findings.LIMIT_NANOS + 1, Optional.empty()));
    findings.add(result(1, Findings.LIMIT_NANOS + 1, Optional.empty()));

    ObjectNode figures = findings.figures();

    assertThat(Findings.none(figures)).isFalse();
    assertThat(figures.path("unstable").asInt()).isEqualTo(1);
    assertThat(figures.path("over_200_ms").asInt()).isEqualTo(1);
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("unstable POSTGRESQL number 11: \"SELECT \\u001B\"", "over_200_ms");
  }

  @Test
  void judgesTextsOnce() {
    Trial trial = new Trial(new Guards());

    assertThat(trial.run(input("SELECT 1")).accepted()).isTrue();
    Result refused = trial.run(input("SELECT FROM WHERE"));
    assertThat(refused.accepted()).isFalse();
    assertThat(refused.broken()).isEmpty();
  }

  private static Result result(long number, long nanos, Optional<Broken> broken) {
    Input input = new Input(number, Kind.WORDS, Dialect.POSTGRESQL, "SELECT \u001b");
    return new Result(input, true, nanos, broken);
  }

  private static Input input(String sql) {
    return new Input(1, Kind.WORDS, Dialect.POSTGRESQL, sql);
  }
}

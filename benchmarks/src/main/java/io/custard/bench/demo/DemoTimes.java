package io.custard.bench.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Script.Run;
import io.custard.cli.api.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How long {@code custard demo --exit} takes, and how long a person waits for its first answer. */
final class DemoTimes {
  private static final int RUNS = 3;

  private DemoTimes() {}

  /** The medians of a few runs of what is built already. */
  static ObjectNode built(Script script) throws IOException, InterruptedException {
    Run[] runs = new Run[RUNS];
    for (int i = 0; i < RUNS; i++) {
      runs[i] = demo(script);
    }
    ObjectNode figures = Json.MAPPER.createObjectNode();
    figures.put("first_answer_s", median(Stream.of(runs).map(DemoTimes::firstAnswer).toList()));
    figures.put("whole_s", median(Stream.of(runs).map(Run::total).toList()));
    return figures;
  }

  /** One run from a clean clone of the last commit, builds and all; Maven's repository is kept. */
  static ObjectNode cleanClone(Path home, PrintStream progress)
      throws IOException, InterruptedException {
    Path parent = Files.createTempDirectory("custard-bench");
    try {
      Path clone = parent.resolve("custard");
      clone(home, clone);
      Run run = demo(new Script(clone, progress));
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("first_answer_s", seconds(firstAnswer(run)));
      return figures.put("whole_s", seconds(run.total()));
    } finally {
      delete(parent);
    }
  }

  private static void clone(Path home, Path clone) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "clone", "--quiet", home.toString(), clone.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (git.waitFor() != 0) {
      throw new IllegalStateException("git could not clone " + home);
    }
  }

  private static Run demo(Script script) throws IOException, InterruptedException {
    return script.run("demo", "--exit", "--json").succeeded("custard demo");
  }

  private static Duration firstAnswer(Run run) {
    return Objects.requireNonNull(run.firstLine(), "the demo printed no answer");
  }

  private static double median(List<Duration> durations) {
    return seconds(durations.stream().sorted().toList().get(durations.size() / 2));
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package io.custard.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.auth.AuthBenchmark;
import io.custard.bench.demo.DemoBenchmark;
import io.custard.bench.footprint.FootprintBenchmark;
import io.custard.bench.fuzz.FuzzBenchmark;
import io.custard.bench.guard.GuardBenchmark;
import io.custard.bench.link.LinkBenchmark;
import io.custard.bench.retrieval.RetrievalBenchmark;
import io.custard.bench.roundtrip.RoundtripBenchmark;
import io.custard.bench.stream.StreamBenchmark;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Entry point of {@code custard bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures, and prints figures with the machine they are of.")
public final class Main implements Callable<Integer> {
  private static final int BROKEN_PROMISE = 1;
  private static final int UNKNOWN_BENCH = 2;

  private final Path home = Path.of(System.getProperty("custard.home", "")).toAbsolutePath();

  @Parameters(
      paramLabel = "NAME",
      description =
          "What to measure: auth, demo, guard, fuzz, link, stream, roundtrip, footprint,"
              + " retrieval.")
  private String name = "";

  @Option(names = "--json", description = "Print one JSON line instead of a table.")
  private boolean json;

  @Option(
      names = "--clean",
      description = "demo: also time it from a clean clone of the last commit; takes minutes.")
  private boolean clean;

  @Option(names = "--causes", description = "guard: also list what is judged wrongly, and why.")
  private boolean causes;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      description = "fuzz: how many texts; ${DEFAULT-VALUE} by default.")
  private long inputs = 1_000_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "fuzz: the same seed makes the same texts; ${DEFAULT-VALUE} by default.")
  private long seed = 1;

  @Option(
      names = "--links",
      paramLabel = "N",
      description = "link: how many idle agents; ${DEFAULT-VALUE} by default.")
  private int links = 10_000;

  @Option(
      names = "--budget",
      paramLabel = "TOKENS",
      description = "retrieval: room in the prompt; 2,000, 4,000 and 8,000 by default.")
  private List<Integer> budget = List.of(2_000, 4_000, 8_000);

  @Option(names = "--ablation", description = "retrieval: also without each of its parts.")
  private boolean ablation;

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).setExpandAtFiles(false).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Map<String, Benchmark> benchmarks =
        new TreeMap<>(
            Map.of(
                "auth", new AuthBenchmark(home, System.err),
                "link", new LinkBenchmark(home, links, System.err),
                "stream", new StreamBenchmark(home, System.err),
                "roundtrip", new RoundtripBenchmark(home, System.err),
                "retrieval", new RetrievalBenchmark(home, budget, ablation, System.err),
                "footprint", new FootprintBenchmark(home, System.err),
                "demo", new DemoBenchmark(home, clean, System.err),
                "guard", new GuardBenchmark(home, causes, System.err),
                "fuzz", new FuzzBenchmark(home, inputs, seed, System.err)));
    Benchmark benchmark = benchmarks.get(name);
    if (benchmark == null) {
      System.err.println("There is no bench " + name + ", only " + benchmarks.keySet());
      return UNKNOWN_BENCH;
    }
    ObjectNode figures = benchmark.measure();
    Report report = new Report(name, figures, Machine.describe());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      report.printJson(out);
    } else {
      report.printTable(out);
    }
    return benchmark.passes(figures) ? 0 : BROKEN_PROMISE;
  }
}

package io.custard.bench.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.load.Latencies;
import io.custard.bench.load.Load;
import io.custard.bench.load.SelectOne;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code bench demo}: times from start to answer, resident memory, the latency of {@code select 1}
 * through the whole suite beside the bare database, and the CPU time of a question by process.
 */
public final class DemoBenchmark implements Benchmark {
  private static final int WARM_UP = 200;
  private static final int CALLS = 1000;
  private static final int[] CONCURRENCIES = {1, 16};

  private final Path home;
  private final boolean clean;
  private final PrintStream progress;

  public DemoBenchmark(Path home, boolean clean, PrintStream progress) {
    this.home = home;
    this.clean = clean;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    Script script = new Script(home, progress);
    if (Stack.isRunning(script)) {
      progress.println("bench: a stack runs already, so starting is not timed; custard down first");
    } else {
      figures.set("demo_built", DemoTimes.built(script));
      if (clean) {
        figures.set("demo_clean_clone", DemoTimes.cleanClone(home, progress));
      }
    }
    try (Stack stack = Stack.runningOrOwn(script)) {
      measure(stack, figures);
    }
    return figures;
  }

  private void measure(Stack stack, ObjectNode figures) throws Exception {
    Map<String, ProcessTree> processes = stack.processes();
    try (SelectOne selectOne = SelectOne.on(stack)) {
      ObjectNode latency = figures.putObject("select_1");
      for (int concurrency : CONCURRENCIES) {
        progress.println("bench: select 1 at concurrency " + concurrency);
        ObjectNode compared = compare(selectOne, new Load(concurrency, WARM_UP, CALLS), processes);
        latency.set("concurrency_" + concurrency, compared);
      }
    }
    figures.set("resident_mib", resident(processes));
  }

  /** Both ways under the same load, one after the other; CPU time is that of the first. */
  private static ObjectNode compare(
      SelectOne selectOne, Load load, Map<String, ProcessTree> processes) throws Exception {
    Map<String, Double> before = cpuSeconds(processes);
    Latencies custard = selectOne.throughCustard(load);
    Map<String, Double> after = cpuSeconds(processes);
    Latencies bare = selectOne.straightToTheDatabase(load);
    ObjectNode figures = Json.MAPPER.createObjectNode();
    figures.set("custard", custard.figures());
    figures.set("database", bare.figures());
    double ratio = custard.percentileMillis(50) / bare.percentileMillis(50);
    figures.put("p50_ratio", Math.round(ratio * 10) / 10.0);
    figures.set("cpu_ms_per_question", cpuPerQuestion(before, after));
    return figures;
  }

  private static Map<String, Double> cpuSeconds(Map<String, ProcessTree> processes)
      throws Exception {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, ProcessTree> process : processes.entrySet()) {
      seconds.put(process.getKey(), process.getValue().cpuSeconds());
    }
    return seconds;
  }

  private static ObjectNode cpuPerQuestion(Map<String, Double> before, Map<String, Double> after) {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    before.forEach((name, seconds) -> {
      double spent = after.getOrDefault(name, seconds) - seconds;
      figures.put(name, Latencies.rounded(spent * 1000 / (WARM_UP + CALLS)));
    });
    return figures;
  }

  private static ObjectNode resident(Map<String, ProcessTree> processes) throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    long total = 0;
    for (Map.Entry<String, ProcessTree> process : processes.entrySet()) {
      long mib = process.getValue().residentMib();
      figures.put(process.getKey(), mib);
      total += mib;
    }
    return figures.put("total", total);
  }
}

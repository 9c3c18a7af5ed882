package io.custard.bench.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.load.Latencies;
import io.custard.bench.stack.HeapWatch;
import io.custard.bench.stack.OwnAgent;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.PublicApi;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code bench stream}: one and ten million rows of ten columns from the database through agent,
 * gateway, Kafka, orchestrator and edge to an HTTP client, as a ratio to {@code COPY … TO STDOUT}
 * of the same select through PostgreSQL's client, and the most that each process's heap held.
 */
public final class StreamBenchmark implements Benchmark {
  private static final int TEN_MILLION = 10;
  private static final Map<String, String> WIDE_CAPS =
      Map.of(
          "CUSTARD_AGENT_LIMITS_MAX_ROWS", "100000000",
          "CUSTARD_AGENT_LIMITS_MAX_BYTES", "1000000000000",
          "CUSTARD_AGENT_LIMITS_TIMEOUT", "PT30M");

  private final Path home;
  private final PrintStream progress;

  public StreamBenchmark(Path home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    Script script = new Script(home, progress);
    progress.println("bench: loading a million rows");
    try (WideTable table = WideTable.load();
        Stack stack = Stack.runningOrOwn(script);
        PublicApi api = PublicApi.of(stack);
        OwnAgent agent =
            OwnAgent.start(
                script,
                api,
                new OwnAgent.Settings(stack.context().url(), table.url(), WIDE_CAPS))) {
      RowStream.read(api, agent.connection(), WideTable.select(1)); // warms every process up
      try (HeapWatch heaps = HeapWatch.of(pids(stack, agent))) {
        compare(figures, "1m", 1, table, api, agent);
        ObjectNode small = Json.MAPPER.valueToTree(heaps.peaksMib());
        compare(figures, "10m", TEN_MILLION, table, api, agent);
        figures.put("peak_heap_mb", rounded(heaps.peaksMib()));
        figures.set("peak_heap_mb_1m", small);
        figures.set("peak_heap_mb_10m", Json.MAPPER.valueToTree(heaps.peaksMib()));
      }
    }
    return figures;
  }

  private void compare(
      ObjectNode figures, String name, int times, WideTable table, PublicApi api, OwnAgent agent)
      throws Exception {
    progress.println("bench: " + times + " million rows, by COPY");
    Transfer copy = table.copy(times);
    progress.println("bench: " + times + " million rows, through the suite");
    Transfer stream = RowStream.read(api, agent.connection(), WideTable.select(times));
    figures.put("ratio_" + name, Latencies.rounded(stream.rowsPerSecond() / copy.rowsPerSecond()));
    figures.set("stream_" + name, stream.figures());
    figures.set("copy_" + name, copy.figures());
    progress.println("bench: " + figures); // what follows takes its time, and may be broken off
  }

  private static double rounded(Map<String, Double> peaks) {
    return Latencies.rounded(
        peaks.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  private static Map<String, Long> pids(Stack stack, OwnAgent agent) throws Exception {
    Map<String, Long> pids = new LinkedHashMap<>();
    for (Map.Entry<String, ProcessTree> process : stack.processes().entrySet()) {
      if (process.getValue().isJava()) {
        pids.put(process.getKey(), process.getValue().root());
      }
    }
    pids.put("bench agent", agent.pid());
    return pids;
  }
}

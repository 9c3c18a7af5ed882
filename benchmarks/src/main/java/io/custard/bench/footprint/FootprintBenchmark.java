package io.custard.bench.footprint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.stack.OwnAgent;
import io.custard.bench.stack.PublicApi;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * {@code bench footprint}: from the start of {@code custard agent run} to linked, and the agent's
 * resident memory after a hundred statements; medians of five, after one start that records the
 * JVM's start-up cache.
 */
public final class FootprintBenchmark implements Benchmark {
  private static final int RUNS = 5;
  private static final int STATEMENTS = 100;

  private final Path home;
  private final PrintStream progress;

  public FootprintBenchmark(Path home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    Script script = new Script(home, progress);
    long[] startMillis = new long[RUNS];
    long[] residentMib = new long[RUNS];
    try (Stack stack = Stack.runningOrOwn(script);
        PublicApi api = PublicApi.of(stack)) {
      OwnAgent.Settings settings =
          new OwnAgent.Settings(stack.context().url(), stack.database().toString(), Map.of());
      OwnAgent.start(script, api, settings).close();
      for (int i = 0; i < RUNS; i++) {
        try (OwnAgent agent = OwnAgent.start(script, api, settings)) {
          startMillis[i] = agent.untilLinked().toMillis();
          ask(api, agent);
          residentMib[i] = agent.tree().residentMib();
        }
      }
    }
    return figures(startMillis, residentMib);
  }

  private static void ask(PublicApi api, OwnAgent agent) throws Exception {
    for (int i = 0; i < STATEMENTS; i++) {
      api.post(
          "/api/v1/query",
          Map.of("connection_id", agent.connection(), "sql", "select " + i + " as n"));
    }
  }

  private static ObjectNode figures(long[] startMillis, long[] residentMib) {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    figures.put("start_ms", median(startMillis));
    figures.put("rss_mb", median(residentMib));
    figures.set("start_ms_runs", array(startMillis));
    figures.set("rss_mb_runs", array(residentMib));
    return figures;
  }

  private static long median(long[] values) {
    return LongStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  private static ArrayNode array(long[] values) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    LongStream.of(values).forEach(array::add);
    return array;
  }
}

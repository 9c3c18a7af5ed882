package io.custard.bench.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.load.Latencies;
import io.custard.bench.stack.OwnAgent;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.PublicApi;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code bench link}: idle links on one gateway, what each costs there in heap and resident memory,
 * and how soon all are linked again after all broke at once, while a real agent on the same gateway
 * goes on answering.
 */
public final class LinkBenchmark implements Benchmark {
  private static final int GENTLY = 200;
  private static final long SETTLE_SECONDS = 10;
  private static final String LOG = ".custard/logs/bench-gateway.log";

  private final Path home;
  private final int links;
  private final PrintStream progress;

  /**
   * @param links how many; each takes a file descriptor here and one in the gateway
   */
  public LinkBenchmark(Path home, int links, PrintStream progress) {
    this.home = home;
    this.links = links;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    Script script = new Script(home, progress);
    try (Stack stack = Stack.runningOrOwn(script);
        PublicApi api = PublicApi.of(stack);
        SpareGateway gateway = SpareGateway.start(stack, home.resolve(LOG));
        OwnAgent agent = OwnAgent.start(script, api, settings(stack, gateway));
        IdleAgents idle = new IdleAgents(api, links, gateway.port())) {
      return measure(api, gateway, agent, idle);
    }
  }

  private static OwnAgent.Settings settings(Stack stack, SpareGateway gateway) throws Exception {
    return new OwnAgent.Settings(gateway.address(), stack.database().toString(), Map.of());
  }

  private ObjectNode measure(PublicApi api, SpareGateway gateway, OwnAgent agent, IdleAgents idle)
      throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    Jvm jvm = new Jvm(gateway.pid());
    ProcessTree process = new ProcessTree(gateway.pid(), Set.of());
    long heapBefore = jvm.liveBytes();
    long residentBefore = process.residentMib();
    progress.println("bench: linking " + links + " agents");
    Duration first = idle.linkAll(GENTLY);
    figures.put("first_linking_seconds", seconds(first));
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    figures.put("links", idle.linked());
    figures.put("heap_bytes_per_link", (jvm.liveBytes() - heapBefore) / links);
    figures.put("rss_bytes_per_link", ((process.residentMib() - residentBefore) << 20) / links);
    figures.set("first_setbacks", idle.setbacks());
    progress.println("bench: " + figures);
    progress.println("bench: all links break at once");
    try (SteadyQueries queries = SteadyQueries.on(api, agent.connection())) {
      storm(figures, idle);
      figures.set("queries_meanwhile", queries.figures());
    }
    figures.put("links_after_storm", idle.linked());
    progress.println("bench: " + figures); // what follows takes its time, and may be broken off
    return figures;
  }

  private void storm(ObjectNode figures, IdleAgents idle) throws InterruptedException {
    long start = System.nanoTime();
    idle.cut();
    figures.put("storm_half_seconds", seconds(idle.awaitLinked(links / 2, start)));
    figures.put("storm_99_seconds", seconds(idle.awaitLinked(links * 99 / 100, start)));
    figures.put("storm_seconds", seconds(idle.awaitLinked(links, start)));
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    figures.set("storm_setbacks", idle.setbacks());
  }

  /** None when it was not done within the limit. */
  private static @Nullable Double seconds(@Nullable Duration time) {
    return time == null ? null : Latencies.rounded(time.toMillis() / 1e3);
  }
}

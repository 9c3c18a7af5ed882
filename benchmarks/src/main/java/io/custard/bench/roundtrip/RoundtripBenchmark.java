package io.custard.bench.roundtrip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.load.Latencies;
import io.custard.bench.load.Load;
import io.custard.bench.load.SelectOne;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * {@code bench roundtrip}: {@code select 1} through the whole suite, as a ratio to what no design
 * of this shape can avoid: one request and one reply over the same Kafka, and one WebSocket echo,
 * measured by the same program in the same run. Guard, audit and ledger are on. All of it is warm:
 * a service is compiled for its load once in its life.
 */
public final class RoundtripBenchmark implements Benchmark {
  private static final Load ONE = new Load(1, 10_000, 2_000);
  private static final Load MANY = new Load(64, 2_000, 12_800);

  private final Path home;
  private final PrintStream progress;

  public RoundtripBenchmark(Path home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    try (Stack stack = Stack.runningOrOwn(new Script(home, progress));
        SelectOne selectOne = SelectOne.on(stack)) {
      progress.println("bench: select 1, one at a time");
      Latencies custard = selectOne.throughCustard(ONE);
      progress.println("bench: Kafka request and reply, WebSocket echo");
      Latencies hops = hops(stack);
      figures.put("ratio_p50", ratio(custard, hops, 50));
      figures.put("ratio_p99", ratio(custard, hops, 99));
      figures.set("select_1", custard.figures());
      figures.set("kafka_and_websocket", hops.figures());
      progress.println("bench: select 1 over 64 connections");
      many(selectOne, figures);
    }
    return figures;
  }

  private static Latencies hops(Stack stack) throws Exception {
    try (KafkaEcho kafka = KafkaEcho.on(stack.environment("KAFKA_BOOTSTRAP_SERVERS"));
        WebSocketEcho webSocket = WebSocketEcho.start()) {
      return ONE.run(() ->
          () -> {
            kafka.call();
            webSocket.call();
            return true;
          });
    }
  }

  private static double ratio(Latencies custard, Latencies hops, double percent) {
    return Latencies.rounded(custard.percentileMillis(percent) / hops.percentileMillis(percent));
  }

  private static void many(SelectOne selectOne, ObjectNode figures) throws Exception {
    selectOne.throughCustard(new Load(64, MANY.warmUp(), 64));
    long start = System.nanoTime();
    Latencies latencies = selectOne.throughCustard(new Load(64, 0, MANY.calls()));
    double seconds = (System.nanoTime() - start) / 1e9;
    figures.put("questions_per_second_64", Latencies.rounded(latencies.sorted().size() / seconds));
    figures.set("select_1_at_64", latencies.figures());
  }
}

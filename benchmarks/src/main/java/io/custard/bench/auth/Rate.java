package io.custard.bench.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.load.Latencies;
import io.custard.bench.load.Load;
import io.custard.bench.stack.ProcessTree;
import org.jspecify.annotations.Nullable;

/**
 * How many calls a second were answered.
 *
 * @param cpuMicros of the process that served it, for each call; 0 where nobody looked
 */
record Rate(Latencies latencies, double perSecond, double cpuMicros) {

  static Rate of(Load load, Load.Callers callers) throws Exception {
    return of(load, callers, null);
  }

  /** Warms up, then measures. */
  static Rate of(Load load, Load.Callers callers, @Nullable ProcessTree server) throws Exception {
    new Load(load.concurrency(), 0, load.warmUp()).run(callers);
    double cpu = server == null ? 0 : server.cpuSeconds();
    long started = System.nanoTime();
    Latencies latencies = new Load(load.concurrency(), 0, load.calls()).run(callers);
    double seconds = (System.nanoTime() - started) / 1e9;
    double spent = server == null ? 0 : server.cpuSeconds() - cpu;
    int answered = latencies.sorted().size();
    return new Rate(latencies, answered / seconds, spent * 1e6 / Math.max(1, load.calls()));
  }

  double ratioTo(Rate other) {
    return perSecond / other.perSecond;
  }

  ObjectNode figures() {
    ObjectNode figures = latencies.figures().put("per_second", Latencies.rounded(perSecond));
    return cpuMicros == 0 ? figures : figures.put("cpu_micros", Latencies.rounded(cpuMicros));
  }
}

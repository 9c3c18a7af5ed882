package io.custard.bench.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.load.Latencies;
import io.custard.bench.load.Load;
import io.custard.bench.stack.ProcessTree;

/**
 * How many calls a second were answered.
 *
 * @param cpuMicros of the process that served it, for each call
 */
record Rate(Latencies latencies, double perSecond, double cpuMicros) {

  /** Warms up, then measures. */
  static Rate of(Load load, Load.Callers callers, ProcessTree server) throws Exception {
    new Load(load.concurrency(), 0, load.warmUp()).run(callers);
    double cpu = server.cpuSeconds();
    long started = System.nanoTime();
    Latencies latencies = new Load(load.concurrency(), 0, load.calls()).run(callers);
    double seconds = (System.nanoTime() - started) / 1e9;
    double spent = server.cpuSeconds() - cpu;
    int answered = latencies.sorted().size();
    return new Rate(latencies, answered / seconds, spent * 1e6 / Math.max(1, load.calls()));
  }

  double ratioTo(Rate other) {
    return perSecond / other.perSecond;
  }

  ObjectNode figures() {
    return latencies
        .figures()
        .put("per_second", Latencies.rounded(perSecond))
        .put("cpu_micros", Latencies.rounded(cpuMicros));
  }
}

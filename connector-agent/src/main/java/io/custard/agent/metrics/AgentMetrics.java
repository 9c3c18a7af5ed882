package io.custard.agent.metrics;

import io.custard.agent.ledger.LedgerEntry;
import io.custard.problem.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Counts what the agent does. Statements are counted by what goes into the ledger, so the two
 * agree. The only label is the outcome's code, from a closed list: no statement, name or value can
 * become one.
 */
public final class AgentMetrics implements Consumer<LedgerEntry> {
  private static final Set<String> OWN_OUTCOMES = Set.of("OK", "ABANDONED");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60),
    Duration.ofSeconds(300)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter rows = counter("rows", "Rows sent");
  private final Counter bytes = counter("bytes", "Encoded bytes of rows sent");
  private final Timer duration =
      Timer.builder("custard.agent.execution")
          .description("From receipt of a statement to its last row")
          .serviceLevelObjectives(BUCKETS)
          .register(registry);

  public AgentMetrics(Vitals vitals) {
    gauge("link.up", "1 while the gateway has welcomed the agent", vitals, v -> bit(v.linked()));
    gauge("database.up", "1 if the last probe answered", vitals, v -> bit(v.databaseUp()));
    gauge("in.flight", "Statements under way, with the waiting ones", vitals, Vitals::inFlight);
    gauge("waiting", "Statements that wait for their turn", vitals, Vitals::waiting);
    gauge("ledger.lines", "Lines of the ledger on disk", vitals, Vitals::ledgerLines);
    FunctionCounter.builder("custard.agent.reconnects", vitals, v -> Math.max(0, v.links() - 1))
        .description("Links after the first")
        .register(registry);
    outcome("OK");
  }

  /** Counts a statement that ended; other entries are no event. */
  @Override
  public void accept(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Outcome ended) {
      outcome(ended.code()).increment();
      rows.increment((double) ended.rows());
      bytes.increment((double) ended.bytes());
      duration.record(ended.durationMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** In Prometheus' text format. */
  String text() {
    return registry.scrape();
  }

  private Counter outcome(String code) {
    boolean known = OWN_OUTCOMES.contains(code) || ErrorCode.of(code) != ErrorCode.UNKNOWN;
    return Counter.builder("custard.agent.executions")
        .description("Statements that ended, by the code they ended with")
        .tag("code", known ? code : ErrorCode.UNKNOWN.name())
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder("custard.agent." + name).description(description).register(registry);
  }

  private void gauge(
      String name, String description, Vitals vitals, ToDoubleFunction<Vitals> value) {
    Gauge.builder("custard.agent." + name, vitals, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private static double bit(boolean value) {
    return value ? 1 : 0;
  }
}

package io.custard.query.telemetry;

import io.custard.query.telemetry.ModelCall.Outcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Metrics of calls of models. Their names are those of the configuration, so they are few. */
@ApplicationScoped
class ModelMeters {
  static final String CHAT = "chat";

  /** The conventions' buckets: powers of four from 1, and 10 ms doubled to 82 s. */
  private static final double[] TOKENS =
      IntStream.range(0, 12).mapToDouble(power -> Math.pow(4, power)).toArray();

  private static final Duration[] SECONDS =
      IntStream.range(0, 14)
          .mapToObj(power -> Duration.ofMillis(10L << power))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  ModelMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void called(ModelCall call, Outcome outcome, long nanos) {
    Tags model =
        Tags.of(
            "gen_ai.operation.name",
            CHAT,
            "gen_ai.provider.name",
            call.provider(),
            "gen_ai.request.model",
            call.name());
    Timer.builder("gen_ai.client.operation.duration")
        .serviceLevelObjectives(SECONDS)
        .tags(model.and("error.type", outcome.error()))
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    tokens(model, "input", outcome.inputTokens());
    tokens(model, "output", outcome.outputTokens());
    if (!outcome.error().isEmpty()) {
      registry
          .counter("custard.model.failures", "model", call.name(), "kind", outcome.error())
          .increment();
    }
  }

  private void tokens(Tags model, String type, long tokens) {
    if (tokens > 0) {
      DistributionSummary.builder("gen_ai.client.token.usage")
          .serviceLevelObjectives(TOKENS)
          .tags(model.and("gen_ai.token.type", type))
          .register(registry)
          .record((double) tokens);
    }
  }
}

package io.custard.query.telemetry;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.telemetry.ModelCall.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final ModelCall CALL =
      new ModelCall("main", "m-1", URI.create("https://api.deepseek.com/v1"), 1024, 0.0);

  private final TestingSpans kept = new TestingSpans();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Spans spans = new Spans(kept.telemetry());
  private final ModelTelemetry models = new ModelTelemetry(spans, new ModelMeters(registry));

  @Test
  void aCallOfAModelHasTheAttributesOfTheConventions() {
    answered();

    SpanData span = kept.named("chat m-1");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().asMap())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(stringKey("gen_ai.operation.name"), "chat"),
                Map.entry(stringKey("gen_ai.provider.name"), "deepseek"),
                Map.entry(stringKey("gen_ai.request.model"), "m-1"),
                Map.entry(longKey("gen_ai.request.max_tokens"), 1024L),
                Map.entry(doubleKey("gen_ai.request.temperature"), 0.0),
                Map.entry(stringKey("custard.model.name"), "main"),
                Map.entry(stringKey("server.address"), "api.deepseek.com"),
                Map.entry(longKey("server.port"), 443L),
                Map.entry(stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop")),
                Map.entry(longKey("gen_ai.usage.input_tokens"), 70L),
                Map.entry(longKey("gen_ai.usage.output_tokens"), 9L)));
  }

  @Test
  void tokensAndTimesAreMeasuredByModel() {
    answered();
    answered();

    assertThat(
            registry
                .get("gen_ai.client.token.usage")
                .tags("gen_ai.request.model", "main", "gen_ai.token.type", "input")
                .summary()
                .totalAmount())
        .isEqualTo(140);
    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tags("gen_ai.operation.name", "chat", "error.type", "")
                .timer()
                .count())
        .isEqualTo(2);
    assertThat(registry.find("custard.model.failures").counters()).isEmpty();
  }

  @Test
  void aFailureTellsItsKindAndNeverItsMessage() {
    Uni<String> work = Uni.createFrom().failure(new IllegalStateException("canary-4711"));

    assertThatThrownBy(() ->
            models
                .call(CALL, work, said -> Outcome.CANCELLED, e -> new Outcome("", 0, 0, "late"))
                .await()
                .indefinitely())
        .isInstanceOf(IllegalStateException.class);

    SpanData span = kept.named("chat m-1");
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("late");
    assertThat(span.toString()).doesNotContain("canary");
    assertThat(registry.get("custard.model.failures").tags("kind", "late").counter().count())
        .isEqualTo(1);
  }

  @Test
  void whatIsCancelledEndsItsSpanOnceAndTheWork() {
    var seen = new java.util.concurrent.atomic.AtomicBoolean();
    Uni<String> never =
        Uni.createFrom().<String>nothing().onCancellation().invoke(() -> seen.set(true));

    models
        .call(CALL, never, said -> Outcome.CANCELLED, e -> Outcome.CANCELLED)
        .subscribe()
        .with(item -> {})
        .cancel();

    assertThat(seen).isTrue();
    assertThat(kept.ended()).hasSize(1);
    assertThat(kept.ended().getFirst().getAttributes().get(stringKey("error.type")))
        .isEqualTo("cancelled");
  }

  @Test
  void stepsAtTheSameTimeOnManyThreadsLieInTheirWorkflowAndCallsInTheirStep() {
    StepTelemetry steps = steps(false);
    Uni<String> workflow =
        Uni.combine()
            .all()
            .unis(
                steps.step("plan", 1, later(Uni.createFrom().item("a"))),
                steps.step("compose", 2, later(call())))
            .with((one, other) -> one + other);

    assertThat(
            steps.workflow("canary?", () -> "main", workflow).await().atMost(Duration.ofSeconds(5)))
        .isEqualTo("asaid");

    SpanData root = kept.named("invoke_workflow answer");
    SpanData compose = kept.named("step compose");
    assertThat(kept.named("step plan").getParentSpanId()).isEqualTo(root.getSpanId());
    assertThat(compose.getParentSpanId()).isEqualTo(root.getSpanId());
    assertThat(kept.named("chat m-1").getParentSpanId()).isEqualTo(compose.getSpanId());
    assertThat(compose.getAttributes().get(longKey("custard.step.attempt"))).isEqualTo(2);
    assertThat(kept.ended()).extracting(SpanData::getTraceId).containsOnly(root.getTraceId());
    assertThat(
            registry.get("custard.questions").tags("outcome", "OK", "by", "main").counter().count())
        .isEqualTo(1);
  }

  @Test
  void contentIsThereOnlyWhereAnOperatorWantsIt() {
    run(steps(false));
    assertThat(kept.ended().toString()).doesNotContain("canary");

    run(steps(true));
    assertThat(kept.ended())
        .extracting(span -> span.getAttributes().get(stringKey("db.query.text")))
        .contains("select canary");
    assertThat(kept.ended())
        .extracting(span -> span.getAttributes().get(stringKey("custard.question")))
        .contains("who is canary?");
  }

  @Test
  void aStepThatFailsIsCountedByItsCode() {
    Uni<Void> refused =
        Uni.createFrom().failure(new CustardException(ErrorCode.SQL_NOT_READ_ONLY, "canary"));

    assertThatThrownBy(() -> steps(false).step("guard", 1, refused).await().indefinitely())
        .isInstanceOf(CustardException.class);

    assertThat(
            registry
                .get("custard.workflow.steps")
                .tags("step", "guard", "outcome", "SQL_NOT_READ_ONLY")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void aStepWithoutAnItemIsNoCancelledOne() {
    steps(false).step("note", 1, Uni.createFrom().voidItem()).await().indefinitely();

    assertThat(registry.get("custard.workflow.steps").tags("outcome", "OK").timer().count())
        .isEqualTo(1);
  }

  private static void run(StepTelemetry steps) {
    steps
        .workflow(
            "who is canary?",
            () -> "main",
            steps.step("execute", 1, Uni.createFrom().item("select canary"), sql -> sql))
        .await()
        .indefinitely();
  }

  private StepTelemetry steps(boolean content) {
    return new StepTelemetry(spans, registry, () -> content);
  }

  private Uni<String> call() {
    return models.call(
        CALL,
        later(Uni.createFrom().item("said")),
        said -> new Outcome("stop", 70, 9, ""),
        e -> Outcome.CANCELLED);
  }

  private void answered() {
    assertThat(call().await().atMost(Duration.ofSeconds(5))).isEqualTo("said");
  }

  private static <T> Uni<T> later(Uni<T> work) {
    return work.onItem()
        .delayIt()
        .by(Duration.ofMillis(5))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }
}

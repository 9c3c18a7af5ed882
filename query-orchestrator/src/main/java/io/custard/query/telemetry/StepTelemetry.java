package io.custard.query.telemetry;

import io.custard.problem.CustardException;
import io.custard.query.telemetry.Spans.End;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spans and metrics of workflows and their steps. Names are those of the code and codes of errors:
 * few, and none of them anybody's text.
 */
@ApplicationScoped
public class StepTelemetry {
  private static final String OK = "OK";
  private static final String CANCELLED = "CANCELLED";

  private final Spans spans;
  private final MeterRegistry registry;
  private final TelemetryConfig config;

  StepTelemetry(Spans spans, MeterRegistry registry, TelemetryConfig config) {
    this.spans = spans;
    this.registry = registry;
    this.config = config;
  }

  /**
   * One answer to one question, around its steps. Counts it too.
   *
   * @param question told only where an operator wants it; null where SQL was given
   * @param by who wrote the statement, asked at the end: one of few words
   */
  public <T> Uni<T> workflow(@Nullable String question, Supplier<String> by, Uni<T> work) {
    return spans.around(
        work,
        tracer -> {
          SpanBuilder span = tracer.spanBuilder("invoke_workflow answer");
          span.setAttribute("gen_ai.operation.name", "invoke_workflow");
          span.setAttribute("gen_ai.workflow.name", "answer");
          return config.content() && question != null
              ? span.setAttribute("custard.question", question)
              : span;
        },
        (span, end) -> {
          String outcome = outcome(end);
          registry.counter("custard.questions", "outcome", outcome, "by", by.get()).increment();
          return error(outcome);
        });
  }

  /**
   * One step of a workflow.
   *
   * @param step its name in the code
   * @param attempt counted from 1
   */
  public <T> Uni<T> step(String step, int attempt, Uni<T> work) {
    return step(step, attempt, work, result -> null);
  }

  /**
   * One step that makes or runs a statement.
   *
   * @param sql the statement, of the step's result; told only where an operator wants it
   */
  public <T> Uni<T> step(String step, int attempt, Uni<T> work, Function<T, @Nullable String> sql) {
    return spans.around(
        work,
        tracer -> begin(tracer, step, attempt),
        (span, end) -> {
          statement(span, end, sql);
          return timed(step, end);
        });
  }

  private @Nullable String timed(String step, End<?> end) {
    String outcome = outcome(end);
    Timer.builder("custard.workflow.steps")
        .tags("step", step, "outcome", outcome)
        .register(registry)
        .record(end.nanos(), TimeUnit.NANOSECONDS);
    return error(outcome);
  }

  private <T> void statement(Span span, End<T> end, Function<T, @Nullable String> sql) {
    T result = end.item();
    String text = !config.content() || result == null ? null : sql.apply(result);
    if (text != null) {
      span.setAttribute("db.query.text", text);
    }
  }

  /** A statement was written anew after it was refused. */
  public void repaired() {
    registry.counter("custard.repairs").increment();
  }

  /** A question was answered with a question. */
  public void clarified() {
    registry.counter("custard.clarifications").increment();
  }

  private static SpanBuilder begin(Tracer tracer, String step, int attempt) {
    return tracer
        .spanBuilder("step " + step)
        .setAttribute("custard.step.name", step)
        .setAttribute("custard.step.attempt", attempt);
  }

  private static String outcome(End<?> end) {
    if (end.failure() instanceof CustardException known) {
      return known.code().name();
    }
    if (end.failure() != null) {
      return "FAILED";
    }
    return end.isCancelled() ? CANCELLED : OK;
  }

  private static @Nullable String error(String outcome) {
    return outcome.equals(OK) ? null : outcome;
  }
}

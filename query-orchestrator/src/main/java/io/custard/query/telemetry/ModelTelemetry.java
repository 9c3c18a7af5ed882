package io.custard.query.telemetry;

import io.custard.query.telemetry.ModelCall.Outcome;
import io.custard.query.telemetry.Spans.End;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Spans and metrics of calls of models, by the GenAI semantic conventions. Prompts and answers are
 * never among them: a prompt may show samples of values.
 */
@ApplicationScoped
public class ModelTelemetry {
  private static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

  private final Spans spans;
  private final ModelMeters meters;

  ModelTelemetry(Spans spans, ModelMeters meters) {
    this.spans = spans;
    this.meters = meters;
  }

  /** The same call, seen. */
  public <T> Uni<T> call(
      ModelCall call,
      Uni<T> work,
      Function<T, Outcome> answered,
      Function<Throwable, Outcome> failed) {
    return spans.around(
        work,
        tracer -> begin(tracer, call),
        (span, end) -> {
          Outcome outcome = outcome(end, answered, failed);
          meters.called(call, outcome, end.nanos());
          write(span, outcome);
          return outcome.error().isEmpty() ? null : outcome.error();
        });
  }

  private static <T> Outcome outcome(
      End<T> end, Function<T, Outcome> answered, Function<Throwable, Outcome> failed) {
    if (end.failure() != null) {
      return failed.apply(end.failure());
    }
    T item = end.item();
    return item == null ? Outcome.CANCELLED : answered.apply(item);
  }

  private SpanBuilder begin(Tracer tracer, ModelCall call) {
    SpanBuilder span =
        tracer
            .spanBuilder("chat " + call.id())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", ModelMeters.CHAT)
            .setAttribute("gen_ai.provider.name", call.provider())
            .setAttribute("gen_ai.request.model", call.id())
            .setAttribute("gen_ai.request.max_tokens", call.maxTokens())
            .setAttribute("gen_ai.request.temperature", call.temperature())
            .setAttribute("custard.model.name", call.name())
            .setAttribute("server.port", call.port());
    if (call.endpoint().getHost() != null) {
      span.setAttribute("server.address", call.endpoint().getHost());
    }
    return span;
  }

  private static void write(Span span, Outcome outcome) {
    if (!outcome.finishReason().isEmpty()) {
      span.setAttribute(FINISH_REASONS, List.of(outcome.finishReason()));
    }
    if (outcome.inputTokens() > 0) {
      span.setAttribute("gen_ai.usage.input_tokens", outcome.inputTokens());
    }
    if (outcome.outputTokens() > 0) {
      span.setAttribute("gen_ai.usage.output_tokens", outcome.outputTokens());
    }
  }
}

package io.custard.query.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Spans around asynchronous work. Which span is around it travels with the subscription, not with a
 * thread: steps that run at the same time share one.
 */
@ApplicationScoped
class Spans {
  private static final Logger LOG = Logger.getLogger(Spans.class);
  private static final String AROUND = "custard.span";

  private final Tracer tracer;

  Spans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("io.custard.query");
  }

  /** How work ended: an item, a failure, or neither when it was cancelled. */
  record End<T>(@Nullable T item, @Nullable Throwable failure, boolean isCancelled, long nanos) {}

  /** What is to be written on a span when its work has ended; called once. */
  interface Ending<T> {
    /** Returns what kind of error it was; null: none. */
    @Nullable String write(Span span, End<T> end);
  }

  /** The work within a span that begins with the subscription and ends with it. */
  <T> Uni<T> around(Uni<T> work, Function<Tracer, SpanBuilder> begin, Ending<T> ending) {
    return Uni.createFrom()
        .context(flow -> {
          Context parent = flow.getOrElse(AROUND, Context::current);
          Span span = begin.apply(tracer).setParent(parent).startSpan();
          return within(work, span, parent, ending);
        });
  }

  private static <T> Uni<T> within(Uni<T> work, Span span, Context parent, Ending<T> ending) {
    long started = System.nanoTime();
    AtomicBoolean ended = new AtomicBoolean();
    Context inside = parent.with(span);
    return Uni.createFrom()
        .emitter(emitter -> {
          Cancellable running =
              work.subscribe()
                  .with(
                      io.smallrye.mutiny.Context.of(AROUND, inside),
                      item -> {
                        end(span, ended, ending, new End<>(item, null, false, since(started)));
                        emitter.complete(item);
                      },
                      failure -> {
                        end(span, ended, ending, new End<>(null, failure, false, since(started)));
                        emitter.fail(failure);
                      });
          emitter.onTermination(() -> {
            end(span, ended, ending, new End<>(null, null, true, since(started)));
            running.cancel();
          });
        });
  }

  /**
   * A failure's message may quote what it is about: only its kind is told. What goes wrong here is
   * logged, for the work itself must come to its end.
   */
  private static <T> void end(Span span, AtomicBoolean ended, Ending<T> ending, End<T> end) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      String error = ending.write(span, end);
      if (error != null) {
        span.setAttribute("error.type", error);
        span.setStatus(StatusCode.ERROR);
      }
    } catch (RuntimeException e) {
      LOG.warnf("A span could not be written cause=%s", e.getClass().getSimpleName());
    } finally {
      span.end();
    }
  }

  private static long since(long started) {
    return System.nanoTime() - started;
  }
}

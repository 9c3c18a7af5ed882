package io.custard.query.graph;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One run of a graph. Guarded by its own lock; no step is started while it is held. */
final class GraphRun<C> {
  private final Graph<C> graph;
  private final C context;
  private final Journal journal;
  private final UniEmitter<? super Outputs> emitter;
  private final Context surroundings;
  private final Map<StepKey<?>, Running> running = new HashMap<>();
  private Outputs outputs = Outputs.NONE;
  private boolean ended;

  /** A step under way; set when it has been subscribed to. */
  private static final class Running {
    private volatile Cancellable cancellable = () -> {};
    private volatile boolean cancelled;

    void cancel() {
      cancelled = true;
      cancellable.cancel();
    }

    void set(Cancellable started) {
      cancellable = started;
      if (cancelled) {
        started.cancel();
      }
    }
  }

  /**
   * @param surroundings of whoever subscribed, such as the span of the whole
   */
  GraphRun(
      Graph<C> graph,
      C context,
      Journal journal,
      UniEmitter<? super Outputs> emitter,
      Context surroundings) {
    this.surroundings = surroundings;
    this.graph = graph;
    this.context = context;
    this.journal = journal;
    this.emitter = emitter;
  }

  void start(Outputs before) {
    synchronized (this) {
      outputs = before;
    }
    emitter.onTermination(this::end);
    advance();
  }

  /** Starts all that can start now. */
  private void advance() {
    Round<C> round = next();
    round.ready().forEach(step -> start(step, round.outputs()));
    if (round.last()) {
      emitter.complete(round.outputs());
    }
  }

  private record Round<C>(List<Step<C, ?>> ready, Outputs outputs, boolean last) {}

  private synchronized Round<C> next() {
    List<Step<C, ?>> ready = new ArrayList<>();
    if (ended) {
      return new Round<>(ready, outputs, false);
    }
    for (Step<C, ?> step : graph.steps()) {
      if (!outputs.has(step.key())
          && !running.containsKey(step.key())
          && step.after().stream().allMatch(outputs::has)) {
        running.put(step.key(), new Running());
        ready.add(step);
      }
    }
    ended = running.isEmpty();
    return new Round<>(ready, outputs, ended);
  }

  private <O> void start(Step<C, O> step, Outputs now) {
    int attempt = now.attempt(step.key());
    long started = System.nanoTime();
    Uni<Void> work =
        journal
            .write(new Entry.Started(step.key(), attempt))
            .chain(() -> step.run(context, now))
            .chain(outcome -> kept(step.key(), outcome, attempt, started));
    Running under;
    synchronized (this) {
      under = running.get(step.key());
    }
    if (under != null) {
      under.set(work.subscribe().with(surroundings, nothing -> advance(), this::fail));
    }
  }

  private <O> Uni<Void> kept(StepKey<O> step, Outcome<O> outcome, int attempt, long started) {
    long millis = (System.nanoTime() - started) / 1_000_000;
    return switch (outcome) {
      case Outcome.Done<O> done ->
          journal
              .write(new Entry.Done(step, attempt, millis, done.output()))
              .invoke(() -> keep(step, outputs -> outputs.done(step, done.output(), millis)));
      case Outcome.Skipped<O> skipped ->
          journal
              .write(new Entry.Skipped(step, skipped.reason()))
              .invoke(() -> keep(step, outputs -> outputs.skipped(step)));
      case Outcome.Back<O> back ->
          journal
              .write(new Entry.Back(step, back.to(), back.reason()))
              .invoke(() -> back(step, back));
    };
  }

  private synchronized void back(StepKey<?> step, Outcome.Back<?> back) {
    graph
        .dependents(back.to())
        .forEach(dependent -> {
          Running obsolete = running.get(dependent);
          if (obsolete != null && !dependent.equals(step)) {
            running.remove(dependent);
            obsolete.cancel();
          }
        });
    keep(step, outputs -> graph.back(outputs, back.to(), back.reason()));
  }

  private synchronized void keep(StepKey<?> step, UnaryOperator<Outputs> change) {
    running.remove(step);
    outputs = change.apply(outputs);
  }

  private void fail(Throwable failure) {
    end();
    emitter.fail(failure);
  }

  private void end() {
    List<Running> left;
    synchronized (this) {
      ended = true;
      left = List.copyOf(running.values());
      running.clear();
    }
    left.forEach(Running::cancel);
  }
}

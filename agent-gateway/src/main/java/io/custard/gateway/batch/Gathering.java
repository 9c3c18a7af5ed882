package io.custard.gateway.batch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Makes many small calls to a server into few: one call is under way at a time, and what is asked
 * meanwhile goes together with the next, in the order of asking. So it costs nothing while little
 * is asked, and everybody is answered by a call that began after they asked, never by an older one.
 *
 * <p>May be used by any thread; who asks on a Vert.x context is answered there.
 */
public final class Gathering<I, O> {
  private final Function<List<I>, Uni<List<O>>> call;
  private final Limits limits;
  private final Queue<Asked<I, O>> queue = new ArrayDeque<>();
  private boolean isCalling;

  /**
   * What is borne.
   *
   * @param together how many go with one call
   * @param waiting how many may wait; one more is refused
   * @param patience how long one may wait for its turn, and how long a call may take
   */
  public record Limits(int together, int waiting, Duration patience) {}

  private record Asked<I, O>(I item, CompletableFuture<O> answer, long atNanos) {}

  /**
   * @param call answers a list with one of the same length, in the same order
   */
  public Gathering(Function<List<I>, Uni<List<O>>> call, Limits limits) {
    this.call = call;
    this.limits = limits;
  }

  /** Asks when subscribed to; fails when the call does, or when it does not come in time. */
  public Uni<O> ask(I item) {
    Context caller = Vertx.currentContext();
    Uni<O> answer = Uni.createFrom().completionStage(() -> enqueue(item));
    return caller == null ? answer : answer.emitOn(task -> caller.runOnContext(here -> task.run()));
  }

  private CompletableFuture<O> enqueue(I item) {
    CompletableFuture<O> answer = new CompletableFuture<>();
    boolean begins;
    synchronized (this) {
      if (queue.size() >= limits.waiting()) {
        answer.completeExceptionally(new RejectedExecutionException("too many wait"));
        return answer;
      }
      queue.add(new Asked<>(item, answer, System.nanoTime()));
      begins = !isCalling;
      isCalling = true;
    }
    if (begins) {
      next();
    }
    return answer;
  }

  private void next() {
    List<Asked<I, O>> together = take();
    if (together.isEmpty()) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> call.apply(together.stream().map(Asked::item).toList()))
        .ifNoItem()
        .after(limits.patience())
        .fail()
        .subscribe()
        .with(answers -> answered(together, answers), failure -> failed(together, failure));
  }

  /** Those whose turn it is; whoever waited for too long is told so instead. */
  private List<Asked<I, O>> take() {
    List<Asked<I, O>> together = new ArrayList<>();
    List<Asked<I, O>> late = new ArrayList<>();
    long oldest = System.nanoTime() - limits.patience().toNanos();
    synchronized (this) {
      while (together.size() < limits.together() && !queue.isEmpty()) {
        Asked<I, O> next = queue.remove();
        (next.atNanos() - oldest < 0 ? late : together).add(next);
      }
      isCalling = !together.isEmpty();
    }
    late.forEach(asked ->
        asked.answer().completeExceptionally(new TimeoutException("its turn did not come")));
    return together;
  }

  private void answered(List<Asked<I, O>> together, List<O> answers) {
    if (answers.size() != together.size()) {
      failed(together, new IllegalStateException("not as many answers as questions"));
      return;
    }
    next();
    for (int i = 0; i < answers.size(); i++) {
      together.get(i).answer().complete(answers.get(i));
    }
  }

  private void failed(List<Asked<I, O>> together, Throwable failure) {
    next();
    together.forEach(asked -> asked.answer().completeExceptionally(failure));
  }
}

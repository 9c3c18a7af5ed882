package io.custard.query.execution;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls at moments that are seldom reached. What is cancelled is forgotten at once: the common
 * scheduler would keep it, with the whole result of its statement, until its moment came.
 */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("statement-deadlines").factory());

  Deadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** On a worker thread, after so long. */
  ScheduledFuture<?> after(long millis, Runnable late) {
    return timer.schedule(
        () -> Infrastructure.getDefaultWorkerPool().execute(late), millis, TimeUnit.MILLISECONDS);
  }

  /** How many calls are still to come. */
  int open() {
    return timer.getQueue().size();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

package io.custard.embedded;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a blocking start or stop on a thread of its own and gives up when it takes too long. */
final class StartDeadline {
  private StartDeadline() {}

  static <T> T run(String what, Duration limit, Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = Thread.ofPlatform().daemon().name(what).start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new ServerStartException(
          what + " took longer than " + limit.toSeconds() + " s; see its log", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ServerStartException(what + " failed: " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new ServerStartException(what + " was interrupted", e);
    }
  }
}

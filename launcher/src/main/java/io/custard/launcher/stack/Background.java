package io.custard.launcher.stack;

import io.custard.launcher.home.LauncherException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work beside the main thread, whose failure reaches whoever waits for it as it was. */
final class Background {
  static final Executor EXECUTOR =
      task -> Thread.ofPlatform().daemon().name("launcher-start").start(task);

  private Background() {}

  static <T> CompletableFuture<T> run(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, EXECUTOR);
  }

  static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new LauncherException(String.valueOf(e.getMessage()), e);
    }
  }
}

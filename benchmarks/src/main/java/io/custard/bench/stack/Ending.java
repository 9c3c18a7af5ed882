package io.custard.bench.stack;

import java.util.concurrent.TimeUnit;

/** Ends what a benchmark started. */
public final class Ending {
  private static final int PATIENCE_SECONDS = 30;

  private Ending() {}

  /** Asks the process to end, and makes it when it does not. */
  public static void of(Process process) {
    process.destroy();
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** Waits for a thread that was told to end. */
  public static void of(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.custard.launcher.process;

import java.time.Duration;

/** Ends processes: asks first, kills when that takes too long. */
final class ProcessEnd {
  private static final int POLL_MILLIS = 20;
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private ProcessEnd() {}

  /** Whether it ended by itself within the time. */
  static boolean end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (ended(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    awaitGone(process);
    return false;
  }

  static void awaitGone(ProcessHandle process) {
    ended(process, AFTER_KILL);
  }

  /** Polls: of a process that is not our child, onExit hears late. */
  private static boolean ended(ProcessHandle process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (process.isAlive()) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        Thread.sleep(POLL_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package io.custard.launcher.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, kills when that takes too long. */
final class ProcessEnd {
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private ProcessEnd() {}

  /** Whether it ended by itself within the time. */
  static boolean end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (ended(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    ended(process, AFTER_KILL);
    return false;
  }

  static boolean ended(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

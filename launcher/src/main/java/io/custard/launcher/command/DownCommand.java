package io.custard.launcher.command;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.running.InstanceLock;
import io.custard.launcher.running.Leftovers;
import io.custard.launcher.running.StateFile;
import java.time.Duration;
import java.util.Optional;

/** Asks the running launcher to stop and waits; clears what a killed one left. */
final class DownCommand {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int POLL_MILLIS = 100;

  private final Home home;
  private final Progress progress;

  DownCommand(Surroundings surroundings) {
    this.home = surroundings.home();
    this.progress = surroundings.progress();
  }

  int run() {
    Optional<InstanceLock> lock = InstanceLock.take(home);
    if (lock.isPresent()) {
      try (InstanceLock _ = lock.get()) {
        Leftovers.end(home, progress);
      }
      progress.print("Custard is not running.");
      return ExitCode.DONE;
    }
    return new StateFile(home)
        .read()
        .flatMap(state -> state.launcher().find())
        .map(this::stop)
        .orElseGet(this::unknown);
  }

  private int stop(ProcessHandle launcher) {
    progress.say("Stopping Custard (process " + launcher.pid() + ")");
    launcher.destroy();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (launcher.isAlive() && System.nanoTime() < deadline) {
      Readiness.pause(POLL_MILLIS);
    }
    if (launcher.isAlive()) {
      progress.say(
          "It still runs after %d s. To end it: kill -9 %d, then ./custard down once more."
              .formatted(LIMIT.toSeconds(), launcher.pid()));
      return ExitCode.FAILED;
    }
    progress.say("Custard has stopped");
    return ExitCode.DONE;
  }

  private int unknown() {
    progress.print("Custard is starting or stopping at this moment. Try again in a few seconds.");
    return ExitCode.FAILED;
  }
}

package io.custard.launcher.command;

import io.custard.embedded.ServerStartException;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.Progress;
import io.custard.launcher.home.ServerLog;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.running.InstanceLock;
import io.custard.launcher.running.Leftovers;
import io.custard.launcher.running.StateFile;
import io.custard.launcher.stack.RunningStack;
import io.custard.launcher.stack.Stack;
import io.custard.launcher.stack.StackOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Runs a stack in this process: nobody else may, leftovers are ended first, and Ctrl-C or SIGTERM
 * stops everything in order at any moment.
 */
final class RunStack {
  private static final int POLL_MILLIS = 200;

  private final Surroundings surroundings;
  private final Progress progress;

  RunStack(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.progress = surroundings.progress();
  }

  /**
   * Starts, hands the running stack over, and stops.
   *
   * @param use returns the exit code
   */
  int run(StackOptions options, ToIntFunction<Running> use) throws IOException {
    Optional<InstanceLock> lock = InstanceLock.take(surroundings.home());
    if (lock.isEmpty()) {
      return runsAlready();
    }
    try (InstanceLock _ = lock.get()) {
      ServerLog.writeTo(surroundings.home().log("servers"));
      Leftovers.end(surroundings.home(), progress);
      return runLocked(options, use);
    }
  }

  private int runLocked(StackOptions options, ToIntFunction<Running> use) throws IOException {
    Stack stack = new Stack(surroundings.home(), progress);
    ShutdownOnSignal signal = ShutdownOnSignal.of(() -> stop(stack));
    try {
      RunningStack running = stack.start(options);
      signal.endsWith(ExitCode.DONE);
      warn(running);
      return use.applyAsInt(new Running(running, stack, progress));
    } catch (RuntimeException e) {
      if (stack.isClosing()) {
        // What fails while everything is being stopped fails because of that.
        return ExitCode.INTERRUPTED;
      }
      throw e;
    } finally {
      signal.shutDown();
    }
  }

  private void stop(Stack stack) {
    stack.close();
    progress.say("Stopped");
  }

  private void warn(RunningStack running) {
    running.agent().roleWarning().ifPresent(warning -> progress.say("Warning: " + warning));
  }

  private int runsAlready() {
    String where =
        new StateFile(surroundings.home())
            .read()
            .map(state -> " at " + state.url() + " since " + state.startedAt())
            .orElse("");
    progress.print("Custard runs already" + where + ". Stop it first: ./custard down");
    return ExitCode.RUNS_ALREADY;
  }

  /** A stack that is up, for the time it is used. */
  record Running(RunningStack stack, Stack parts, Progress progress) {

    /** Blocks until a signal stops the stack; starts again what ends by itself. */
    int untilStopped() {
      while (!parts.isClosing()) {
        try {
          parts.tend();
        } catch (LauncherException | ServerStartException e) {
          if (!parts.isClosing()) {
            progress.say(String.valueOf(e.getMessage()));
          }
        }
        Readiness.pause(POLL_MILLIS);
      }
      return ExitCode.DONE;
    }
  }
}

package io.custard.launcher.command;

/** What the launcher's exit code means. */
final class ExitCode {
  static final int DONE = 0;

  /** Something did not start or stop as it should, or nothing runs that was asked for. */
  static final int FAILED = 1;

  static final int USAGE = 2;
  static final int RUNS_ALREADY = 3;

  /** Everything ran, but a question was not answered. */
  static final int NOT_ANSWERED = 4;

  /** Stopped by a signal before everything was up. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}

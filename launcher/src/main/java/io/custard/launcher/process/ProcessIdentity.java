package io.custard.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be found again: ids are reused, so its start is remembered with it. A process
 * that has the id but began at another time is a stranger and is never touched.
 */
public record ProcessIdentity(long pid, Instant startedAt) {
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, while it lives. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            Duration.between(of(process).startedAt, startedAt).abs().compareTo(CLOCK_SLACK) <= 0);
  }

  public boolean isAlive() {
    return find().isPresent();
  }

  /** Ends it at once, without waiting. */
  public void kill() {
    find().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Waits a few seconds for the end of a killed process. */
  public void awaitGone() {
    find().ifPresent(ProcessEnd::awaitGone);
  }
}

package io.custard.launcher.running;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.launcher.process.ProcessIdentity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of {@code .custard/run/state.json}: who started the stack, when, and what belongs to
 * it so far.
 *
 * @param startedAt of the launcher's process
 * @param ready whether everything was up once
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunState(
    long launcherPid, Instant startedAt, URI url, boolean ready, List<RunningPart> processes) {

  public RunState {
    processes = List.copyOf(processes);
  }

  /** A stack of this very process, with nothing in it yet. */
  public static RunState begin(URI url) {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    return new RunState(self.pid(), self.startedAt(), url, false, List.of());
  }

  public ProcessIdentity launcher() {
    return new ProcessIdentity(launcherPid, startedAt);
  }

  /** With this part, in the place of an earlier one of its name. */
  public RunState with(RunningPart part) {
    boolean again = processes.stream().anyMatch(earlier -> earlier.name().equals(part.name()));
    Stream<RunningPart> all =
        again
            ? processes.stream().map(old -> old.name().equals(part.name()) ? part : old)
            : Stream.concat(processes.stream(), Stream.of(part));
    return new RunState(launcherPid, startedAt, url, ready, all.toList());
  }

  public RunState whenReady() {
    return new RunState(launcherPid, startedAt, url, true, processes);
  }
}

package io.custard.launcher.running;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.launcher.process.ProcessIdentity;
import java.time.Instant;

/**
 * A part of a running stack as written down.
 *
 * @param kind how its readiness is asked for
 * @param port 0 when it listens on none
 * @param startedAt of the process it runs in
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunningPart(String name, Kind kind, long pid, int port, Instant startedAt) {

  /** What sort of part it is. */
  public enum Kind {
    /** Listens on a port, inside the launcher or beside it. */
    SERVER,
    /** A child JVM that answers {@code /q/health/ready}. */
    SERVICE,
    /** A child JVM that listens nowhere. */
    AGENT
  }

  public static RunningPart of(String name, Kind kind, ProcessIdentity process, int port) {
    return new RunningPart(name, kind, process.pid(), port, process.startedAt());
  }

  public ProcessIdentity process() {
    return new ProcessIdentity(pid, startedAt);
  }
}

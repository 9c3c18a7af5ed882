package io.custard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} of a data directory says about the server that wrote it. */
record PostmasterFile(long pid, Instant startedAt) {
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(15);

  static Optional<PostmasterFile> read(Path dataDirectory) {
    try {
      List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The process, when the one that has this id now is a PostgreSQL of the same start. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
  }

  private boolean isTheSame(ProcessHandle process) {
    boolean postgres =
        process.info().command().map(path -> path.endsWith("/postgres")).orElse(false);
    boolean sameStart =
        process
            .info()
            .startInstant()
            .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) < 0)
            .orElse(false);
    return postgres && sameStart;
  }
}

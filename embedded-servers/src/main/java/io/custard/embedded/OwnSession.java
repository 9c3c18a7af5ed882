package io.custard.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a child process into a session of its own, so that Ctrl-C at the terminal reaches the
 * launcher alone and the launcher decides the order in which things stop. The process id stays that
 * of the command, because {@code setsid} replaces itself. Where there is no {@code setsid} the
 * command is left as it is.
 */
public final class OwnSession {
  private static final Optional<String> SETSID = find();

  private OwnSession() {}

  /** The command to start instead of the given one. */
  public static List<String> of(List<String> command) {
    return SETSID
        .map(setsid -> Stream.concat(Stream.of(setsid), command.stream()).toList())
        .orElse(command);
  }

  private static Optional<String> find() {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, "setsid"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}

package io.custard.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process with the children that are nobody else's: PostgreSQL's backends count to PostgreSQL, a
 * service that the launcher started does not count to the launcher.
 *
 * @param others processes that have a tree of their own
 */
public record ProcessTree(long root, Set<Long> others) {
  /** What {@code /proc} counts in; always 100 on Linux x86-64. */
  private static final int TICKS_PER_SECOND = 100;

  private static final int UTIME = 11;
  private static final int STIME = 12;
  private static final Path PROC = Path.of("/proc");

  public ProcessTree {
    others = Set.copyOf(others);
  }

  private Stream<Long> members() {
    return ProcessHandle.of(root).stream().flatMap(this::withOwnChildren).map(ProcessHandle::pid);
  }

  private Stream<ProcessHandle> withOwnChildren(ProcessHandle process) {
    return Stream.concat(
        Stream.of(process),
        process
            .children()
            .filter(child -> !others.contains(child.pid()))
            .flatMap(this::withOwnChildren));
  }

  /** Whether the root is a JVM. */
  public boolean isJava() {
    return ProcessHandle.of(root)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/java"))
        .isPresent();
  }

  /** CPU time of all members so far, user and system. */
  public double cpuSeconds() throws IOException {
    long ticks = 0;
    for (long pid : members().toList()) {
      ticks += ticks(String.join(" ", lines(pid, "stat")));
    }
    return (double) ticks / TICKS_PER_SECOND;
  }

  static long ticks(String stat) {
    if (stat.isEmpty()) {
      return 0;
    }
    // The second field is the command in parentheses and may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
  }

  /** Resident memory in MiB; what the members share counts once. */
  public long residentMib() throws IOException {
    long own = 0;
    long files = 0;
    long shared = 0;
    for (long pid : members().toList()) {
      List<String> status = lines(pid, "status");
      own += kib(status, "RssAnon:");
      files = Math.max(files, kib(status, "RssFile:"));
      shared = Math.max(shared, kib(status, "RssShmem:"));
    }
    return (own + files + shared) / 1024;
  }

  static long kib(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** A variable of the environment that the root was started with. */
  public Optional<String> environment(String name) throws IOException {
    return Optional.ofNullable(environment().get(name));
  }

  /** All variables that the root was started with. */
  public Map<String, String> environment() throws IOException {
    Map<String, String> variables = new HashMap<>();
    for (String variable : words("environ")) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        variables.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return variables;
  }

  /** The command that the root was started with. */
  public List<String> commandLine() throws IOException {
    return words("cmdline");
  }

  private List<String> words(String file) throws IOException {
    return List.of(String.join("\n", lines(root, file)).split("\0"));
  }

  private static List<String> lines(long pid, String file) throws IOException {
    try {
      return Files.readAllLines(PROC.resolve(Long.toString(pid)).resolve(file));
    } catch (NoSuchFileException e) {
      return List.of(); // It ended since it was listed.
    }
  }
}

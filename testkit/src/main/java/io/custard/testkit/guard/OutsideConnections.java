package io.custard.testkit.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches, on Linux, which connections of a process and its children lead away from this machine.
 * It looks every few milliseconds, so an attempt that is refused at once may be missed; one that
 * waits is seen.
 */
public final class OutsideConnections implements AutoCloseable {
  private static final long PAUSE_MILLIS = 25;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private final ProcessHandle process;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Thread watching;
  private volatile boolean ended;

  private OutsideConnections(long pid) {
    this.process = ProcessHandle.of(pid).orElseThrow();
    this.watching = Thread.ofVirtual().start(this::watch);
  }

  /** Begins to watch. */
  public static OutsideConnections of(long pid) {
    return new OutsideConnections(pid);
  }

  /** Remote addresses as the kernel writes them; empty when nothing led away. */
  public Set<String> seen() {
    return new TreeSet<>(seen);
  }

  private void watch() {
    try {
      while (!ended) {
        Set<String> sockets =
            Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> sockets(one).stream())
                .collect(Collectors.toSet());
        look(sockets, "tcp", "0100007F");
        look(sockets, "tcp6", "0000000000000000FFFF00000100007F");
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<String> sockets(ProcessHandle one) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(one.pid()), "fd"))) {
      return open.map(OutsideConnections::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private void look(Set<String> sockets, String table, String loopback) {
    for (String line : lines(Path.of("/proc/self/net", table))) {
      List<String> fields = List.of(line.strip().split("\\s+", -1));
      if (fields.size() > INODE
          && sockets.contains(fields.get(INODE))
          && !fields.get(STATE).equals(LISTENING)
          && !fields.get(REMOTE).startsWith(loopback)
          && !fields.get(REMOTE).matches("0+:.*|0+1:.*")) {
        seen.add(fields.get(REMOTE));
      }
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    ended = true;
    watching.interrupt();
  }
}

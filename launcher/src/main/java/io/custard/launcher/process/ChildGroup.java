package io.custard.launcher.process;

import io.custard.launcher.home.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Child processes that are peers: told to stop together, then waited for. */
public final class ChildGroup implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_WHILE_SAVING = Duration.ofSeconds(90);

  private final String name;
  private final Progress progress;
  private final List<ChildProcess> children = new ArrayList<>();

  public ChildGroup(String name, Progress progress) {
    this.name = name;
    this.progress = progress;
  }

  public synchronized void add(ChildProcess child) {
    children.add(child);
  }

  /** Puts one that was started in place of one that ended. */
  public synchronized void replace(ChildProcess ended, ChildProcess started) {
    children.remove(ended);
    children.add(started);
  }

  public synchronized List<ChildProcess> children() {
    return List.copyOf(children);
  }

  @Override
  public void close() {
    List<ChildProcess> stopping = children();
    if (stopping.isEmpty()) {
      return;
    }
    boolean saving = stopping.stream().anyMatch(ChildProcess::savesCache);
    progress.say("Stopping " + name + (saving ? ", saving start-up caches (once)" : ""));
    long deadline = System.nanoTime() + (saving ? PATIENCE_WHILE_SAVING : PATIENCE).toNanos();
    stopping.forEach(ChildProcess::terminate);
    for (ChildProcess child : stopping) {
      if (!child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
        progress.say(child.name() + " did not stop in time and was killed");
      }
    }
  }
}

package io.custard.launcher.stack;

import io.custard.launcher.home.LauncherException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Everything started so far, by level. Closing may come at any moment, also while other threads
 * start parts: what is being started then is waited for and closed too, and nothing new starts.
 */
final class Parts implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Map<Level, Deque<AutoCloseable>> parts = new EnumMap<>(Level.class);
  private int starting;
  private boolean closed;

  /** In the order of starting; closed in reverse. */
  enum Level {
    SERVERS,
    SERVICES,
    EDGE,
    AGENT
  }

  <T extends AutoCloseable> T start(Level level, Callable<T> start) {
    begin();
    try {
      T part = start.call();
      synchronized (this) {
        parts.computeIfAbsent(level, any -> new ArrayDeque<>()).push(part);
      }
      return part;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new LauncherException(String.valueOf(e.getMessage()), e);
    } finally {
      end();
    }
  }

  /** Does something that closing must wait for, unless it has begun; keeps nothing to close. */
  void whileOpen(Runnable action) {
    begin();
    try {
      action.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (closed) {
      throw new LauncherException("Stopped while starting");
    }
    starting++;
  }

  private synchronized void end() {
    starting--;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Closes level by level; a part that fails to close does not keep the others from it. */
  @Override
  public void close() {
    awaitStarting();
    for (Level level : java.util.List.of(Level.values()).reversed()) {
      Deque<AutoCloseable> ofLevel = parts.getOrDefault(level, new ArrayDeque<>());
      ofLevel.parallelStream().forEach(Parts::closeQuietly);
      ofLevel.clear();
    }
  }

  private synchronized void awaitStarting() {
    closed = true;
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    try {
      while (starting > 0 && System.currentTimeMillis() < deadline) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.getLogger(Parts.class.getName())
          .log(System.Logger.Level.WARNING, "A part did not stop cleanly", e);
    }
  }
}

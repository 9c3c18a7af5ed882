package io.custard.launcher.home;

import java.io.PrintStream;
import java.util.Locale;

/** What is going on, for the person who waits: one line at a time, with the seconds since start. */
public final class Progress {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final long start = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String what) {
    double seconds = (System.nanoTime() - start) / NANOS;
    print(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, what));
  }

  /** A line without the time: a continuation, or part of a log. */
  public synchronized void print(String line) {
    out.println(line);
    out.flush();
  }
}

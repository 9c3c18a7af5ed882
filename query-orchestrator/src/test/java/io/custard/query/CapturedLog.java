package io.custard.query;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that the service writes into its log, ours at DEBUG, with parameters and stacks. */
final class CapturedLog extends Handler implements AutoCloseable {
  /** Says that it works. */
  static final String WATCHED = "The log is watched";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Formatter formatter = new SimpleFormatter();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.custard");
  private final Level before = ours.getLevel();

  CapturedLog() {
    setLevel(Level.ALL);
    ours.setLevel(Level.FINE);
    root.addHandler(this);
    ours.fine(WATCHED);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(formatter.format(line) + Arrays.toString(line.getParameters()));
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    ours.setLevel(before);
  }
}

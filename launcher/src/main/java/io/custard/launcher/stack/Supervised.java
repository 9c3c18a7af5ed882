package io.custard.launcher.stack;

import java.util.List;

/** A process that is started again when it ends by itself. */
interface Supervised {
  String name();

  boolean isAlive();

  /** What it ended with; only asked of one that did. */
  int exitCode();

  /** Whether this end is an accident, and not its own decision. */
  default boolean mayStartAgain() {
    return true;
  }

  /** Starts it at the same address; returns without waiting until it can work. */
  void startAgain();

  /** The last lines of its log. */
  List<String> lastWords(int lines);
}

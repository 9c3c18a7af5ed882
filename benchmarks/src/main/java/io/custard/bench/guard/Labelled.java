package io.custard.bench.guard;

import io.custard.guard.Dialect;

/**
 * A statement and what the guard should say about it.
 *
 * @param isRead whether it has to be accepted
 * @param why the reason of the label; empty where the corpus gives none
 */
public record Labelled(Dialect dialect, String sql, boolean isRead, String why) {

  /** Only costly, which a guard may leave to time and memory limits. */
  boolean isOnlyCostly() {
    return why.startsWith("resource:");
  }
}

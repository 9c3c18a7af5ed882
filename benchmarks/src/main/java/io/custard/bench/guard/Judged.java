package io.custard.bench.guard;

import io.custard.guard.Dialect;
import io.custard.guard.Verdict;

/**
 * A statement with the verdict on it.
 *
 * @param nanos of judging it, warm
 */
record Judged(Labelled statement, Verdict verdict, long nanos) {

  Dialect dialect() {
    return statement.dialect();
  }

  boolean isAccepted() {
    return verdict instanceof Verdict.Accepted;
  }

  /** Whether the guard has rules for the dialect; else the verdict and its time say nothing. */
  boolean isSupported() {
    return Guards.isJudged(verdict);
  }

  /** Accepted though it must be refused for another reason than its cost. */
  boolean isFalseAccept() {
    return isAccepted() && !statement.isRead() && !statement.isOnlyCostly();
  }

  boolean isCostlyAccept() {
    return isAccepted() && !statement.isRead() && statement.isOnlyCostly();
  }

  boolean isFalseRefusal() {
    return !isAccepted() && statement.isRead();
  }
}

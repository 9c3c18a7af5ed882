package io.custard.gateway.link;

import java.util.function.LongSupplier;

/**
 * How many frames one link may send: far more than an agent with work to do ever does, far fewer
 * than would keep others waiting. Used by the socket's event loop only.
 */
public final class FrameBudget {
  /** A whole schema may come at once. */
  private static final long BURST = 50_000;

  private static final long PER_SECOND = 10_000;
  private static final long NANOS_PER_FRAME = 1_000_000_000L / PER_SECOND;

  private final LongSupplier nanos;
  private long left = BURST;
  private long filledAt;

  FrameBudget(LongSupplier nanos) {
    this.nanos = nanos;
    this.filledAt = nanos.getAsLong();
  }

  /** Counts one frame; false when it is one too many. */
  public boolean take() {
    if (left == 0) {
      long grown = (nanos.getAsLong() - filledAt) / NANOS_PER_FRAME;
      left = Math.min(BURST, grown);
      filledAt += grown * NANOS_PER_FRAME;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}

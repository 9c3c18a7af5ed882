package io.custard.gateway.key;

/** Allows so many in a row, and so many more in every second; may be used by any thread. */
final class TokenBucket {
  private final int burst;
  private final double perSecond;
  private double left;
  private long filledAt;

  TokenBucket(int burst, double perSecond, long nowNanos) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.left = burst;
    this.filledAt = nowNanos;
  }

  /** Whole seconds until there is one again; 0 when there is one now. */
  synchronized int secondsUntilNext(long nowNanos) {
    fill(nowNanos);
    return left >= 1 ? 0 : (int) Math.ceil(Math.max(1, (1 - left) / perSecond));
  }

  /** Takes one; there need not be one, but no debt is made. */
  synchronized void take(long nowNanos) {
    fill(nowNanos);
    left = Math.max(0, left - 1);
  }

  private void fill(long nowNanos) {
    left = Math.min(burst, left + (nowNanos - filledAt) / 1e9 * perSecond);
    filledAt = nowNanos;
  }
}

package io.custard.protocol;

/**
 * What one execution may use. The agent takes the stricter of these and its own.
 *
 * @param timeoutMillis from receipt to the last row, by the receiver's clock
 * @param maxRows rows that may leave
 * @param maxBytes encoded bytes that may leave
 */
public record ExecutionLimits(long timeoutMillis, long maxRows, long maxBytes) {
  public ExecutionLimits {
    if (timeoutMillis <= 0 || maxRows <= 0 || maxBytes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}

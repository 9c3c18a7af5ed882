package io.custard.bench.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Times of many inputs, and their figures. */
final class Times {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] nanos;

  Times(long... nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  double medianMicros() {
    return rounded(percentile(50) / NANOS_PER_MICRO);
  }

  long total() {
    return Arrays.stream(nanos).sum();
  }

  /** Puts {@code median_us}, {@code p99_us} and {@code max_ms}; null where nothing was timed. */
  void putInto(ObjectNode figures) {
    if (nanos.length == 0) {
      figures.putNull("median_us").putNull("p99_us").putNull("max_ms");
      return;
    }
    figures
        .put("median_us", medianMicros())
        .put("p99_us", rounded(percentile(99) / NANOS_PER_MICRO))
        .put("max_ms", rounded(percentile(100) / NANOS_PER_MILLI));
  }

  private long percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return nanos[Math.max(0, rank - 1)];
  }

  /** Two decimals: more is noise. */
  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}

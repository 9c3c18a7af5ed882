package io.custard.bench.guard;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long one thing takes for each of many inputs, warm: the inputs are passed several times
 * before any pass counts, and an input's time is the median of its counted passes.
 */
final class Stopwatch {
  private static final int WARM_UP = 20;
  private static final int COUNTED = 9;

  private Stopwatch() {}

  /** Nanoseconds by input, in the order of the inputs. */
  static <T> long[] nanos(List<T> inputs, Consumer<T> work) {
    long[][] passes = new long[inputs.size()][COUNTED];
    for (int pass = -WARM_UP; pass < COUNTED; pass++) {
      for (int i = 0; i < inputs.size(); i++) {
        long start = System.nanoTime();
        work.accept(inputs.get(i));
        passes[i][Math.max(pass, 0)] = System.nanoTime() - start;
      }
    }
    return Arrays.stream(passes).mapToLong(Stopwatch::median).toArray();
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}

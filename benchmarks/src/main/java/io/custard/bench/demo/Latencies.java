package io.custard.bench.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long each answered call took, shortest first.
 *
 * @param refused calls that were not answered
 */
record Latencies(List<Duration> sorted, long refused) {
  /** Stands for the time of a refused call. */
  static final long REFUSED = -1;

  Latencies {
    sorted = sorted.stream().sorted().toList();
  }

  static Latencies of(long[] nanos) {
    List<Duration> answered =
        Arrays.stream(nanos).filter(time -> time != REFUSED).mapToObj(Duration::ofNanos).toList();
    return new Latencies(answered, nanos.length - answered.size());
  }

  /** The shortest time that this share of the calls did not exceed, in milliseconds. */
  double percentileMillis(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return rounded(sorted.get(Math.max(0, rank - 1)).toNanos() / 1e6);
  }

  ObjectNode figures() {
    return Json.MAPPER
        .createObjectNode()
        .put("p50_ms", percentileMillis(50))
        .put("p99_ms", percentileMillis(99))
        .put("refused", refused);
  }

  /** Three decimals: more is noise. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

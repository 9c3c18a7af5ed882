package io.custard.bench.load;

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
public record Latencies(List<Duration> sorted, long refused) {
  /** Stands for the time of a refused call. */
  static final long REFUSED = -1;

  public Latencies {
    sorted = sorted.stream().sorted().toList();
  }

  public static Latencies of(long[] nanos) {
    List<Duration> answered =
        Arrays.stream(nanos).filter(time -> time != REFUSED).mapToObj(Duration::ofNanos).toList();
    return new Latencies(answered, nanos.length - answered.size());
  }

  /** The shortest time that this share of the calls did not exceed, in milliseconds. */
  public double percentileMillis(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return rounded(sorted.get(Math.max(0, rank - 1)).toNanos() / 1e6);
  }

  public ObjectNode figures() {
    return Json.MAPPER
        .createObjectNode()
        .put("p50_ms", percentileMillis(50))
        .put("p99_ms", percentileMillis(99))
        .put("refused", refused);
  }

  /** Three decimals: more is noise. */
  public static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

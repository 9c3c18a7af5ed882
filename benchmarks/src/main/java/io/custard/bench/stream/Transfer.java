package io.custard.bench.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.load.Latencies;
import io.custard.cli.api.Json;

/** How much came, and how long it took. */
record Transfer(long rows, long bytes, double seconds) {
  double rowsPerSecond() {
    return rows / seconds;
  }

  ObjectNode figures() {
    return Json.MAPPER
        .createObjectNode()
        .put("rows", rows)
        .put("seconds", Latencies.rounded(seconds))
        .put("rows_per_second", Math.round(rowsPerSecond()))
        .put("mb_per_second", Latencies.rounded(bytes / 1e6 / seconds));
  }
}

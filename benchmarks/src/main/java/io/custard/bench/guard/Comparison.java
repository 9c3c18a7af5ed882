package io.custard.bench.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.util.List;

/** The guard beside another parser, on the reads that both of them take, in the same run. */
final class Comparison {
  private final OtherParser parser;

  Comparison(OtherParser parser) {
    this.parser = parser;
  }

  /**
   * The figures; {@code ratio} is the guard's total time by the parser's.
   *
   * @param judged verdicts with the guard's times
   */
  ObjectNode of(List<Judged> judged) {
    List<Judged> both =
        judged.stream()
            .filter(j -> j.statement().isRead() && j.isAccepted() && parser.reads(j.statement()))
            .toList();
    Times ours = new Times(both.stream().mapToLong(Judged::nanos).toArray());
    Times theirs = new Times(Stopwatch.nanos(both, j -> parser.reads(j.statement())));
    ObjectNode figures =
        Json.MAPPER.createObjectNode().put("parser", parser.name()).put("lines", both.size());
    if (both.isEmpty()) {
      return figures.putNull("ratio");
    }
    return figures
        .put("guard_median_us", ours.medianMicros())
        .put("parser_median_us", theirs.medianMicros())
        .put("ratio", Times.rounded((double) ours.total() / theirs.total()));
  }
}

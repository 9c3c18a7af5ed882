package io.custard.bench.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.guard.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The figures of a set of verdicts. */
final class Tally {
  private Tally() {}

  static ObjectNode of(List<Judged> judged) {
    long reads = count(judged, j -> j.statement().isRead());
    long acceptedReads = count(judged, j -> j.statement().isRead() && j.isAccepted());
    ObjectNode figures =
        Json.MAPPER
            .createObjectNode()
            .put("accept_lines", reads)
            .put("reject_lines", judged.size() - reads)
            .put("false_accepts", count(judged, Judged::isFalseAccept))
            .put("resource_accepts", count(judged, Judged::isCostlyAccept))
            .put("accept_percent", percent(acceptedReads, reads));
    List<Judged> timed = judged.stream().filter(Judged::isSupported).toList();
    new Times(timed.stream().mapToLong(Judged::nanos).toArray()).putInto(figures);
    putReadsMedian(timed, figures);
    figures.set("causes", Json.MAPPER.valueToTree(causes(judged)));
    return figures;
  }

  /** Refusing early is fast, so the reads that pass are shown by themselves. */
  private static void putReadsMedian(List<Judged> timed, ObjectNode figures) {
    long[] reads =
        timed.stream()
            .filter(j -> j.statement().isRead() && j.isAccepted())
            .mapToLong(Judged::nanos)
            .toArray();
    if (reads.length > 0) {
      figures.put("accepted_median_us", new Times(reads).medianMicros());
    }
  }

  /** How many reads are refused, by code. */
  private static Map<String, Integer> causes(List<Judged> judged) {
    Map<String, Integer> causes = new TreeMap<>();
    judged.stream()
        .filter(Judged::isFalseRefusal)
        .forEach(j -> causes.merge(((Verdict.Refused) j.verdict()).code().name(), 1, Integer::sum));
    return causes;
  }

  private static long count(List<Judged> judged, Predicate<Judged> what) {
    return judged.stream().filter(what).count();
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Times.rounded(100.0 * part / whole);
  }
}

package io.custard.evaluation.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.replay.Result;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a replay comes to, as figures by name. */
public final class Summary {
  private final List<Result> all;

  private Summary(Collection<Result> results) {
    this.all = List.copyOf(results);
  }

  public static ObjectNode of(Collection<Result> results) {
    Summary summary = new Summary(results);
    ObjectNode figures = Json.MAPPER.createObjectNode();
    summary.ends(figures);
    summary.beside(figures);
    summary.accuracy(figures);
    summary.validator(figures);
    summary.times(figures);
    return figures;
  }

  private void ends(ObjectNode figures) {
    figures.put("statements", all.size());
    figures.put("ran", count(result -> result.pipeline().ran()));
    codes(figures, "refused", Ends::isRefused);
    codes(figures, "failed", Ends::isFailed);
    codes(figures, "left_out", Ends::isLeftOut);
  }

  /** Their number, and how many of each code. */
  private void codes(ObjectNode figures, String name, Predicate<Result> which) {
    figures.put(name, count(which));
    Map<String, Long> byCode =
        all.stream()
            .filter(which)
            .collect(
                Collectors.groupingBy(
                    result -> result.pipeline().code(), TreeMap::new, Collectors.counting()));
    figures.set(name + "_by_code", Json.MAPPER.valueToTree(byCode));
  }

  private void beside(ObjectNode figures) {
    figures.put("direct_equal", count(Result::same));
    figures.put("direct_different", count(Ends::isDifferent));
    figures.put("direct_ran_refused", count(r -> r.direct().ran() && Ends.isRefused(r)));
    figures.put("direct_ran_failed", count(r -> r.direct().ran() && Ends.isFailed(r)));
    figures.put("direct_failed_ran", count(Ends::isGained));
    figures.put("no_query_refused", count(r -> isNoQuery(r) && Ends.isRefused(r)));
    figures.put("no_query_ran", count(r -> isNoQuery(r) && r.pipeline().ran()));
  }

  private static boolean isNoQuery(Result result) {
    return result.direct().code().equals(DirectDatabase.NO_QUERY);
  }

  /** Of what was asked, also of what a model declined; columns in any order. */
  private void accuracy(ObjectNode figures) {
    List<Result> asked =
        all.stream()
            .filter(r -> !Ends.isLeftOut(r) || r.pipeline().code().equals("EVAL_DECLINED"))
            .toList();
    figures.put("asked", asked.size());
    figures.put(
        "accuracy_pipeline",
        percent(asked.stream().filter(r -> r.pipeline().right()).count(), asked.size()));
    figures.put(
        "accuracy_direct",
        percent(asked.stream().filter(r -> r.direct().right()).count(), asked.size()));
    figures.put("verdicts_different", count(r -> r.pipeline().right() != r.direct().right()));
  }

  private void validator(ObjectNode figures) {
    Predicate<Result> broken = Ends::isBroken;
    long ran = count(r -> r.direct().ran());
    long wrong = count(r -> r.direct().ran() && r.verdict().doubted());
    figures.put("broken", count(broken));
    figures.put("validator_caught", count(broken.and(r -> r.verdict().doubted())));
    figures.put("guard_caught", count(broken.and(r -> !r.verdict().accepted())));
    figures.put("direct_ran", ran);
    figures.put("validator_wrong", wrong);
    figures.put("validator_wrong_percent", percent(wrong, ran));
  }

  private void times(ObjectNode figures) {
    double[] millis =
        all.stream()
            .filter(result -> result.pipeline().ran())
            .mapToDouble(result -> result.took().toNanos() / 1e6)
            .sorted()
            .toArray();
    figures.put("median_ms", percentile(millis, 0.5));
    figures.put("p99_ms", percentile(millis, 0.99));
  }

  private static double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return Math.round(sorted[Math.max(0, rank - 1)] * 10) / 10.0;
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 100.0;
  }

  private long count(Predicate<Result> which) {
    return all.stream().filter(which).count();
  }
}

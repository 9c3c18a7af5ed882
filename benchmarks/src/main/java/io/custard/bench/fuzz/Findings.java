package io.custard.bench.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.fuzz.Trial.Broken;
import io.custard.bench.fuzz.Trial.Result;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a run found. Thread-safe. */
final class Findings {
  static final long LIMIT_NANOS = 200_000_000;
  private static final int EXAMPLES = 5;
  private static final int SHOWN = 300;

  private final PrintStream progress;
  private final long warmUp;
  private final Map<Broken, Integer> broken = new EnumMap<>(Broken.class);
  private final Map<Kind, Count> kinds = new EnumMap<>(Kind.class);

  private long slowest;
  private long slowestNumber;

  private record Count(long inputs, long accepted, long slowest) {
    Count and(Result result, long nanos) {
      return new Count(
          inputs + 1, accepted + (result.accepted() ? 1 : 0), Math.max(slowest, nanos));
    }
  }

  /**
   * Findings of a run whose first texts are not timed.
   *
   * @param progress where examples are shown
   */
  Findings(long warmUp, PrintStream progress) {
    this.warmUp = warmUp;
    this.progress = progress;
    for (Kind kind : Kind.values()) {
      kinds.put(kind, new Count(0, 0, 0));
    }
    for (Broken promise : Broken.values()) {
      broken.put(promise, 0);
    }
  }

  synchronized void add(Result result) {
    boolean warm = result.input().number() >= warmUp;
    long nanos = warm ? result.nanos() : 0;
    kinds.computeIfPresent(result.input().kind(), (kind, count) -> count.and(result, nanos));
    result.broken().ifPresent(promise -> note(promise, result.input()));
    if (nanos > slowest) {
      slowest = nanos;
      slowestNumber = result.input().number();
    }
    if (nanos > LIMIT_NANOS) {
      note(Broken.OVER_200_MS, result.input());
    }
  }

  private void note(Broken promise, Input input) {
    if (broken.merge(promise, 1, Integer::sum) <= EXAMPLES) {
      String sql = Json.MAPPER.getNodeFactory().textNode(input.sql()).toString();
      progress.println(
          "bench: "
              + name(promise)
              + " "
              + input.dialect()
              + " number "
              + input.number()
              + ": "
              + (sql.length() > SHOWN ? sql.substring(0, SHOWN) + "…" : sql));
    }
  }

  synchronized ObjectNode figures() {
    ObjectNode figures = Json.MAPPER.createObjectNode();
    figures.put("inputs", kinds.values().stream().mapToLong(Count::inputs).sum());
    figures.put("accepted", kinds.values().stream().mapToLong(Count::accepted).sum());
    broken.forEach((promise, count) -> figures.put(name(promise), count));
    figures.put("max_ms", millis(slowest)).put("slowest_number", slowestNumber);
    ObjectNode byKind = figures.putObject("kinds");
    kinds.forEach((kind, count) ->
        byKind
            .putObject(name(kind))
            .put("inputs", count.inputs())
            .put("accepted", count.accepted())
            .put("max_ms", millis(count.slowest())));
    return figures;
  }

  /** Whether these figures say that every promise was kept. */
  static boolean none(ObjectNode figures) {
    return Stream.of(Broken.values()).allMatch(promise -> figures.path(name(promise)).asInt() == 0);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e4) / 100.0;
  }
}

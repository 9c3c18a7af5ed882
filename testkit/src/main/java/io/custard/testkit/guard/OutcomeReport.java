package io.custard.testkit.guard;

import io.custard.testkit.guard.SessionLayer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says on standard output what became of statements, for whoever asks what a layer lets run; with
 * {@code -Dcustard.test.list=true} also which ones ran.
 */
public final class OutcomeReport {
  private OutcomeReport() {}

  /** The count of every ending and, of refusals, of every reason. */
  @SuppressWarnings("SystemOut")
  public static void print(String layers, List<Outcome> outcomes) {
    System.out.println("%s: %d statements".formatted(layers, outcomes.size()));
    Map<String, Long> counts =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(OutcomeReport::reason, TreeMap::new, Collectors.counting()));
    counts.forEach((reason, count) -> System.out.println("%5d %s".formatted(count, reason)));
    ran(outcomes.stream().filter(Outcome::ran).map(Outcome::statement).toList());
  }

  /** The same for a layer that says no reasons. */
  @SuppressWarnings("SystemOut")
  public static void print(String layers, int sent, List<String> ran) {
    System.out.println("%s: %d statements%n%5d RAN".formatted(layers, sent, ran.size()));
    ran(ran);
  }

  @SuppressWarnings("SystemOut")
  private static void ran(List<String> statements) {
    if (Boolean.getBoolean("custard.test.list")) {
      statements.forEach(System.out::println);
    }
  }

  private static String reason(Outcome outcome) {
    return outcome.ending() + " " + outcome.said().replaceAll("(?<=position )\\d+", "n");
  }
}

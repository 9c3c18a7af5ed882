package io.custard.translate.read;

import io.custard.translate.link.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was read, before it is settled which table or column each mention is.
 *
 * @param things tables the question speaks of
 * @param top whether the order picks out the extreme rows, as "the oldest" does
 * @param limit how many rows at most, or null for all
 */
public record Draft(
    List<Pick> picks,
    boolean distinct,
    List<Mention> things,
    List<Test> tests,
    List<Mention> groups,
    List<Sort> sorts,
    boolean top,
    @Nullable Integer limit,
    List<String> words) {
  public Draft {
    picks = List.copyOf(picks);
    things = List.copyOf(things);
    tests = List.copyOf(tests);
    groups = List.copyOf(groups);
    sorts = List.copyOf(sorts);
    words = List.copyOf(words);
  }

  /** One key of the order. */
  public record Sort(Rank rank, boolean descending) {}
}

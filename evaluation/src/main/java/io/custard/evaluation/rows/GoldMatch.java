package io.custard.evaluation.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a result is a gold result with its columns in any order: the same bag of rows, or the
 * same rows in the same order.
 */
public final class GoldMatch {
  /** Tables whose columns all look alike have more orders than can be tried. */
  private static final int TRIES = 3_000;

  private final List<List<@Nullable Object>> gold;
  private final List<List<@Nullable Object>> given;
  private final boolean ordered;
  private final List<List<Integer>> candidates = new ArrayList<>();
  private int[] tryOrder = {};
  private int tries;

  private GoldMatch(
      List<List<@Nullable Object>> gold, List<List<@Nullable Object>> given, boolean ordered) {
    this.gold = gold;
    this.given = given;
    this.ordered = ordered;
  }

  /** Values are compared by {@link Cells}. */
  public static boolean is(RowTape.Rows gold, RowTape.Rows given, boolean ordered) {
    return gold.isKept()
        && given.isKept()
        && gold.count() == given.count()
        && new GoldMatch(Cells.ofRows(gold.rows()), Cells.ofRows(given.rows()), ordered).matches();
  }

  private boolean matches() {
    if (gold.isEmpty()) {
      return true;
    }
    int width = gold.getFirst().size();
    if (width != given.getFirst().size()) {
      return false;
    }
    if (same(gold, given)) {
      return true;
    }
    findCandidates(width);
    tryOrder =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingInt(column -> candidates.get(column).size()))
            .mapToInt(Integer::intValue)
            .toArray();
    return candidates.stream().noneMatch(List::isEmpty)
        && place(0, new int[width], new boolean[width]);
  }

  private void findCandidates(int width) {
    List<Object> bags = new ArrayList<>(width);
    for (int column = 0; column < width; column++) {
      bags.add(column(given, column));
    }
    for (int column = 0; column < width; column++) {
      Object wanted = column(gold, column);
      candidates.add(
          IntStream.range(0, width).filter(i -> bags.get(i).equals(wanted)).boxed().toList());
    }
  }

  private Object column(List<List<@Nullable Object>> rows, int column) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(row.get(column)));
    return ordered ? values : bag(values);
  }

  /** Goes on with the next column, those with the fewest candidates first. */
  private boolean place(int next, int[] picked, boolean[] used) {
    if (++tries > TRIES) {
      return false;
    }
    if (next == tryOrder.length) {
      return same(gold, inOrderOf(picked));
    }
    int column = tryOrder[next];
    for (int candidate : candidates.get(column)) {
      if (!used[candidate]) {
        picked[column] = candidate;
        used[candidate] = true;
        if (place(next + 1, picked, used)) {
          return true;
        }
        used[candidate] = false;
      }
    }
    return false;
  }

  private List<List<@Nullable Object>> inOrderOf(int[] picked) {
    List<List<@Nullable Object>> rows = new ArrayList<>(given.size());
    for (List<@Nullable Object> row : given) {
      List<@Nullable Object> moved = new ArrayList<>(picked.length);
      for (int column : picked) {
        moved.add(row.get(column));
      }
      rows.add(moved);
    }
    return rows;
  }

  private boolean same(List<List<@Nullable Object>> one, List<List<@Nullable Object>> other) {
    return ordered ? one.equals(other) : bag(one).equals(bag(other));
  }

  private static <T extends @Nullable Object> Map<T, Integer> bag(List<T> values) {
    Map<T, Integer> bag = new HashMap<>();
    values.forEach(value -> bag.merge(value, 1, Integer::sum));
    return bag;
  }
}

package io.custard.launcher.sample.source;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Choices of which some are drawn more often than others; a choice of weight 0 is never drawn. */
public final class Weighted<T> {
  private final List<T> choices;
  private final double[] upTo;

  private Weighted(List<T> choices, double[] upTo) {
    this.choices = choices;
    this.upTo = upTo;
  }

  public static <T> Weighted<T> of(List<T> choices, ToDoubleFunction<T> weight) {
    double[] upTo = new double[choices.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += weight.applyAsDouble(choices.get(i));
      upTo[i] = sum;
    }
    return new Weighted<>(List.copyOf(choices), upTo);
  }

  public T pick(Chance chance) {
    return pickAmongFirst(choices.size(), chance);
  }

  /** Draws among the first {@code count} choices only. */
  public T pickAmongFirst(int count, Chance chance) {
    double point = chance.unit() * upTo[count - 1];
    int found = Arrays.binarySearch(upTo, 0, count, point);
    // A point on a border belongs to the next choice; equal borders are choices of weight 0.
    int index = found < 0 ? -found - 1 : found + 1;
    while (index < count - 1 && upTo[index] <= point) {
      index++;
    }
    return choices.get(Math.min(index, count - 1));
  }
}

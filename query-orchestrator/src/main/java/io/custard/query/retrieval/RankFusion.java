package io.custard.query.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One order of several (reciprocal rank fusion; Cormack, Clarke and Büttcher, SIGIR 2009): what is
 * at rank r of an order gets 1 / (60 + r) for it, so that scores of different kinds need not be
 * compared.
 */
final class RankFusion {
  private static final double K = 60;

  private final double[] sums;

  RankFusion(int size) {
    this.sums = new double[size];
  }

  /** An order by a score, the largest first. Equal scores share a rank. */
  void add(double[] scores) {
    List<Integer> order = order(scores);
    int rank = 0;
    for (int i = 0; i < order.size(); i++) {
      int at = order.get(i);
      if (i > 0 && scores[at] < scores[order.get(i - 1)]) {
        rank = i;
      }
      sums[at] += 1 / (K + rank + 1);
    }
  }

  /** The order of all of them. */
  List<Integer> best() {
    return order(sums);
  }

  private static List<Integer> order(double[] scores) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
    return List.of(order);
  }
}

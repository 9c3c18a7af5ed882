package io.custard.bench.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance, reproducible from a seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Zero or more, below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the choices, made only then. */
  @SafeVarargs
  final String oneOf(Supplier<String>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }

  /** Mostly small, at times up to the bound: most texts are short, some fill the limits. */
  int size(int usual, int bound) {
    return oneIn(20) ? random.nextInt(bound) : random.nextInt(usual);
  }
}

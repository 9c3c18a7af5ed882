package io.custard.bench.retrieval;

import io.custard.query.meaning.TextVectors;
import io.custard.query.meaning.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Computes no vector twice, and knows what computing them took. */
final class CachedQuestions implements TextVectors {
  private static final double NANOS_PER_MILLI = 1e6;

  private final TextVectors vectors;
  private final Map<String, Optional<float[]>> known = new HashMap<>();
  private long nanos;

  CachedQuestions(TextVectors vectors) {
    this.vectors = vectors;
  }

  @Override
  public Optional<float[]> of(Wording wording) {
    return known.computeIfAbsent(wording.text(), text -> timed(wording));
  }

  private Optional<float[]> timed(Wording wording) {
    long start = System.nanoTime();
    Optional<float[]> vector = vectors.of(wording);
    nanos += System.nanoTime() - start;
    return vector;
  }

  double millisEach() {
    return Math.round(100 * nanos / NANOS_PER_MILLI / Math.max(1, known.size())) / 100.0;
  }
}

package io.custard.query.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The meanings of the tables of one schema. They are computed when they are first wanted, behind
 * the caller's back, about 5 ms of one processor each; until all are there, there are none. They
 * keep about 420 bytes a table. Safe for use by many threads.
 */
public final class TableMeanings {
  /** A schema without meanings. */
  public static final TableMeanings NONE =
      new TableMeanings(List.of(), TextVectors.NONE, wording -> Optional.empty(), Runnable::run);

  private final List<Wording> wordings;
  private final TextVectors questions;
  private final Function<Wording, Optional<QuantisedVector>> tables;
  private final Executor executor;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable List<QuantisedVector> known;

  TableMeanings(
      List<Wording> wordings,
      TextVectors questions,
      Function<Wording, Optional<QuantisedVector>> tables,
      Executor executor) {
    this.wordings = List.copyOf(wordings);
    this.questions = questions;
    this.tables = tables;
    this.executor = executor;
  }

  /** How alike each table is to a question, at most 1; empty while that is not known. */
  public Optional<double[]> likeness(String question) {
    List<QuantisedVector> vectors = known();
    return vectors == null || vectors.isEmpty()
        ? Optional.empty()
        : questions.of(Wording.of(question)).map(asked -> likeness(vectors, asked));
  }

  private static double[] likeness(List<QuantisedVector> vectors, float[] asked) {
    return vectors.stream().mapToDouble(vector -> vector.likeness(asked)).toArray();
  }

  private @Nullable List<QuantisedVector> known() {
    if (begun.compareAndSet(false, true)) {
      try {
        executor.execute(this::compute);
      } catch (RejectedExecutionException e) {
        begun.set(false); // Others are waiting already; a later question asks again.
      }
    }
    return known;
  }

  private void compute() {
    try {
      List<QuantisedVector> vectors = new ArrayList<>(wordings.size());
      for (Wording wording : wordings) {
        Optional<QuantisedVector> vector = tables.apply(wording);
        if (vector.isEmpty()) {
          return;
        }
        vectors.add(vector.get());
      }
      known = List.copyOf(vectors);
    } finally {
      begun.set(known != null);
    }
  }
}

package io.custard.query.step;

import io.custard.query.graph.Entry;
import io.custard.query.graph.Journal;
import io.custard.query.model.Models;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.Validated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Remembers how far a run has come, for what is told of it when it fails. */
final class Seen implements Journal {
  private final Journal journal;
  private volatile @Nullable Composed composed;
  private volatile @Nullable Validated validated;

  Seen(Journal journal) {
    this.journal = journal;
  }

  @Override
  public Uni<Void> write(Entry entry) {
    if (entry instanceof Entry.Done done) {
      switch (done.output()) {
        case Composed made -> composed = made;
        case Validated accepted -> validated = accepted;
        default -> {
          // nothing that a failure is told with
        }
      }
    }
    return journal.write(entry);
  }

  boolean hasStatement() {
    return validated != null;
  }

  @Nullable String sql() {
    Validated last = validated;
    return last == null ? null : last.sql();
  }

  @Nullable String model() {
    Composed last = composed;
    return last == null ? null : last.model();
  }

  /** Who wrote the statement, in one of few words. */
  String by() {
    String last = model();
    return last == null ? "nobody" : last.equals(Models.BUILT_IN) ? Models.BUILT_IN : "model";
  }
}

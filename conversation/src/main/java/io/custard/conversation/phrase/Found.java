package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.ChartForm;
import io.custard.conversation.change.Clarification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phrase that was understood, or understood to be unclear.
 *
 * @param length how many words it takes
 */
record Found(
    int length, List<Change> changes, @Nullable Clarification unclear, @Nullable ChartForm chart) {
  Found {
    changes = List.copyOf(changes);
  }

  static Optional<Found> changes(int length, Change... changes) {
    return Optional.of(new Found(length, List.of(changes), null, null));
  }

  static Optional<Found> unclear(int length, Clarification clarification) {
    return Optional.of(new Found(length, List.of(), clarification, null));
  }

  static Optional<Found> chart(int length, ChartForm form) {
    return Optional.of(new Found(length, List.of(), null, form));
  }
}

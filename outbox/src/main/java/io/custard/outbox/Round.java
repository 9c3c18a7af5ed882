package io.custard.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of some rows that were to be published; rows named in neither list stay as they are.
 *
 * @param sent are deleted
 * @param refused are marked
 */
record Round(List<Long> sent, List<Refusal> refused) {
  static final Round NOTHING = new Round(List.of(), List.of());

  Round {
    sent = List.copyOf(sent);
    refused = List.copyOf(refused);
  }

  /**
   * The record itself is at fault.
   *
   * @param cause the kind of failure, without anything of the record
   * @param again when it is tried again; null: never, it is set aside
   */
  record Refusal(long id, String cause, @Nullable Duration again) {
    Refusal {
      Objects.requireNonNull(cause);
    }
  }
}

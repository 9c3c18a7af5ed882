package io.custard.outbox;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be published, and those that were set aside. */
interface OutboxTable {

  /**
   * Hands over the first waiting row of each key, at most {@code limit}, and does with them what
   * comes back. No other replica gets the same rows meanwhile; when anything fails they stay.
   *
   * @return how many wait no longer
   */
  Uni<Integer> withHeads(int limit, Function<List<OutboxRow>, Uni<Round>> publish);

  /** What is in the table now. */
  Uni<Contents> contents();

  /**
   * Counts.
   *
   * @param oldest of those that wait; null when none does
   */
  record Contents(long waiting, @Nullable Instant oldest, long setAside) {}
}

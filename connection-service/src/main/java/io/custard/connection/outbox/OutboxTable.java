package io.custard.connection.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Rows that wait to be published. */
interface OutboxTable {

  /**
   * Hands over the first waiting row of each key, at most {@code limit}, and deletes those whose
   * ids come back. No other replica gets the same rows meanwhile; when anything fails they stay.
   *
   * @return how many were deleted
   */
  Uni<Integer> withHeads(int limit, Function<List<OutboxRow>, Uni<List<Long>>> publish);
}

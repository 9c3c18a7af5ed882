package io.custard.connection.status;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a ledger reached.
 *
 * @param at when we first heard of this head
 */
record LedgerView(long lines, String hash, Instant at) {

  /**
   * The heads kept of one agent, also after its link has ended.
   *
   * @param warning that it went back; null: it did not
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Kept(
      String instanceId,
      LedgerView last,
      long highestLines,
      String highestHash,
      @Nullable String warning) {}
}

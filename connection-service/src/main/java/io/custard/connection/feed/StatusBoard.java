package io.custard.connection.feed;

import io.custard.access.Caller;
import io.custard.access.token.Authentication;
import io.custard.connection.drift.DriftTable;
import io.custard.connection.level.ConnectionLevels;
import io.custard.connection.status.StatusTable;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest board of each organisation that somebody watches. It is read from PostgreSQL at most
 * once in a while, however many streams ask, so a stream costs one small query more and any replica
 * can serve it.
 */
@ApplicationScoped
class StatusBoard {
  /** Somewhat less than the pace of the streams, so that each look of one finds something new. */
  private static final Duration FRESH = Duration.ofMillis(900);

  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final StatusTable statuses;
  private final DriftTable drifts;
  private final ConnectionLevels levels;
  private final Authentication authentication;
  private final Map<OrganisationId, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(long readAt, Uni<Board> board) {
    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - readAt < age.toNanos();
    }
  }

  StatusBoard(
      StatusTable statuses,
      DriftTable drifts,
      ConnectionLevels levels,
      Authentication authentication) {
    this.statuses = statuses;
    this.drifts = drifts;
    this.levels = levels;
    this.authentication = authentication;
  }

  /** Whether the caller's token is still good; asked at each look, and mostly answered at once. */
  Uni<Boolean> isStillOpenTo(Caller caller) {
    return authentication.isStillGood(caller);
  }

  /** With the connections that exist for the caller. */
  Uni<Board> of(Caller caller) {
    return Uni.combine()
        .all()
        .unis(of(caller.organisationId()), levels.of(caller))
        .with((board, found) -> board.only(found.keySet()));
  }

  private Uni<Board> of(OrganisationId organisation) {
    entries.values().removeIf(entry -> !entry.isYoungerThan(FORGOTTEN));
    return entries
        .compute(
            organisation,
            (key, entry) -> entry != null && entry.isYoungerThan(FRESH) ? entry : read(key))
        .board();
  }

  private Entry read(OrganisationId organisation) {
    Uni<Board> board =
        Uni.combine()
            .all()
            .unis(statuses.all(organisation), drifts.last(organisation))
            .with(Board::new);
    return new Entry(System.nanoTime(), board.memoize().indefinitely());
  }
}

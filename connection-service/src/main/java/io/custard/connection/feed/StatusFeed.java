package io.custard.connection.feed;

import io.custard.connection.drift.DriftTable;
import io.custard.connection.feed.Watcher.Watched;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens streams: first a snapshot, then what differs, at most once in each interval. A look is left
 * out while the reader has not taken what was said before, so nothing piles up.
 */
@ApplicationScoped
class StatusFeed {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final StatusBoard board;
  private final DriftTable drifts;
  private final FeedConfig config;
  private final Map<OrganisationId, Integer> open = new ConcurrentHashMap<>();

  StatusFeed(StatusBoard board, DriftTable drifts, FeedConfig config) {
    this.board = board;
    this.drifts = drifts;
    this.config = config;
  }

  /**
   * Fails at once with {@code CONNECTION_STREAM_LIMIT} when there are too many. Ends with the
   * reader's token, and when that is revoked.
   */
  Multi<FeedEvent> watch(Watched watched) {
    OrganisationId organisation = watched.organisation();
    refuseTooMany(organisation);
    Watcher watcher = new Watcher(board, drifts, watched, config.heartbeat());
    return Multi.createFrom()
        .ticks()
        .every(config.every())
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> watcher.look())
        .onItem()
        .<FeedEvent>disjoint()
        .select()
        .first(event -> !event.equals(FeedEvent.END))
        .select()
        .first(length(watched.caller().until()))
        .onSubscription()
        .invoke(() -> open.merge(organisation, 1, Integer::sum))
        .onTermination()
        .invoke(() -> open.computeIfPresent(organisation, (key, n) -> n > 1 ? n - 1 : null));
  }

  private void refuseTooMany(OrganisationId organisation) {
    int all = open.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= config.most() || open.getOrDefault(organisation, 0) >= config.mostOfOne()) {
      throw new CustardException(
          ErrorCode.CONNECTION_STREAM_LIMIT, "Close some event streams, or ask again later.");
    }
  }

  private Duration length(Instant until) {
    Duration left = Duration.between(Instant.now(), until);
    Duration bounded = left.compareTo(config.longest()) > 0 ? config.longest() : left;
    return bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded;
  }
}

package io.custard.connection.feed;

import io.custard.access.Caller;
import io.custard.connection.drift.DriftTable;
import io.custard.connection.feed.FeedEvent.Removed;
import io.custard.connection.feed.FeedEvent.Snapshot;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reader's view. It remembers the board its reader saw last and says how the newest one
 * differs; so a reader that is slow misses what came between and never has a queue. Asked by one
 * stream, one look after the other.
 */
final class Watcher {
  /** Of many drifts at once the newest are told; all are listed by the API. */
  private static final int MOST_DRIFTS = 20;

  private final StatusBoard board;
  private final DriftTable drifts;
  private final Watched watched;
  private final Duration heartbeat;
  private final long started = System.currentTimeMillis();

  private @Nullable Board seen;
  private long heartbeatAt = System.nanoTime();
  private long events;

  /**
   * What the reader may see and wants to.
   *
   * @param only null: everything of the organisation
   */
  record Watched(Caller caller, @Nullable ConnectionId only) {
    OrganisationId organisation() {
      return caller.organisationId();
    }
  }

  Watcher(StatusBoard board, DriftTable drifts, Watched watched, Duration heartbeat) {
    this.board = board;
    this.drifts = drifts;
    this.watched = watched;
    this.heartbeat = heartbeat;
  }

  /** What to say now; often nothing. Never fails: what cannot be read now is looked for again. */
  Uni<List<FeedEvent>> look() {
    return board
        .isStillOpenTo(watched.caller())
        .chain(open -> open ? news() : Uni.createFrom().item(List.of(FeedEvent.END)))
        .onFailure()
        .recoverWithItem(List.of())
        .map(this::withHeartbeat);
  }

  private Uni<List<FeedEvent>> news() {
    return board
        .of(watched.caller())
        .map(found -> watched.only() == null ? found : found.only(watched.only()))
        .chain(this::differences);
  }

  private Uni<List<FeedEvent>> differences(Board now) {
    Board before = seen;
    if (before == null) {
      seen = now;
      return Uni.createFrom()
          .item(List.of(event("snapshot", new Snapshot(List.copyOf(now.statuses().values())))));
    }
    if (watched.only() != null && before.statuses().isEmpty()) {
      return Uni.createFrom().item(List.of(FeedEvent.END));
    }
    List<Long> drifted = drifted(before, now);
    if (drifted.isEmpty()) {
      seen = now;
      return Uni.createFrom().item(changes(before, now));
    }
    return drifts
        .these(watched.organisation(), drifted)
        .map(found -> {
          seen = now;
          List<FeedEvent> all = new ArrayList<>(changes(before, now));
          found.forEach(drift -> all.add(event("drift", drift)));
          return all;
        });
  }

  private List<FeedEvent> changes(Board before, Board now) {
    List<FeedEvent> changes = new ArrayList<>();
    now.statuses()
        .forEach((id, status) -> {
          if (!status.equals(before.statuses().get(id))) {
            changes.add(event("status", status));
          }
        });
    before.statuses().keySet().stream()
        .filter(id -> !now.statuses().containsKey(id))
        .forEach(id -> changes.add(event("removed", new Removed(id))));
    return changes;
  }

  private static List<Long> drifted(Board before, Board now) {
    return now.drifts().entrySet().stream()
        .filter(drift -> drift.getValue() > before.drifts().getOrDefault(drift.getKey(), 0L))
        .map(Map.Entry::getValue)
        .sorted(Comparator.reverseOrder())
        .limit(MOST_DRIFTS)
        .toList();
  }

  private List<FeedEvent> withHeartbeat(List<FeedEvent> said) {
    if (System.nanoTime() - heartbeatAt < heartbeat.toNanos()) {
      return said;
    }
    heartbeatAt = System.nanoTime();
    List<FeedEvent> all = new ArrayList<>(said);
    all.add(FeedEvent.HEARTBEAT);
    return all;
  }

  private FeedEvent event(String name, Object data) {
    return new FeedEvent(started + "-" + events++, name, data);
  }
}

package io.custard.agent.link;

import io.custard.problem.ErrorCode;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.agent.Goodbye;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Links on their way out: what runs on them may finish, nothing new begins, then comes a goodbye
 * that says how far the ledger reached. A few may be left at once, beside the one that stands.
 */
final class LeavingLinks {
  private static final Logger LOG = Logger.getLogger(LeavingLinks.class);
  private static final int MOST = 4;
  private static final Duration LONGEST_GRACE = Duration.ofMinutes(10);

  /** What the database may take to end statements, and the disk to take the ledger's last line. */
  private static final long ENDING_MILLIS = 3_000;

  private static final long GOODBYE_MILLIS = 1_000;

  private final Vertx vertx;
  private final LinkWork work;
  private final Map<LinkSocket, Future<Void>> leaving = new LinkedHashMap<>();

  LeavingLinks(Vertx vertx, LinkWork work) {
    this.vertx = vertx;
    this.work = work;
  }

  boolean holds(LinkSocket socket) {
    return leaving.containsKey(socket);
  }

  /**
   * Leaves a link.
   *
   * @param grace after it what still runs is ended in the database
   * @return completes when the socket is closed; never fails
   */
  Future<Void> leave(LinkSocket socket, String reason, Duration grace) {
    endOldest();
    socket.leave();
    work.health().announceDraining(socket);
    Duration bounded = grace.compareTo(LONGEST_GRACE) < 0 ? grace : LONGEST_GRACE;
    long millis = Math.max(1, bounded.toMillis());
    long timer = vertx.setTimer(millis, late -> end(socket));
    Future<Void> left =
        work.executions()
            .finished(socket)
            .timeout(millis + ENDING_MILLIS, TimeUnit.MILLISECONDS)
            .transform(finished -> {
              vertx.cancelTimer(timer);
              return goodbye(socket, reason);
            });
    leaving.put(socket, left);
    return left.onComplete(gone -> leaving.remove(socket));
  }

  /** Shortens what is still left; completes when all of it is. */
  Future<Void> hurry(Duration grace) {
    for (LinkSocket socket : leaving.keySet()) {
      vertx.setTimer(Math.max(1, grace.toMillis()), late -> end(socket));
    }
    return Future.join(List.copyOf(leaving.values())).mapEmpty();
  }

  private void endOldest() {
    if (leaving.size() >= MOST) {
      end(leaving.keySet().iterator().next());
    }
  }

  private void end(LinkSocket socket) {
    work.executions()
        .end(
            socket,
            ErrorCode.AGENT_DRAINING,
            "The agent had to stop before the query was through; ask again.");
  }

  private Future<Void> goodbye(LinkSocket socket, String reason) {
    if (socket.isClosed()) {
      return Future.succeededFuture();
    }
    return settledLedger()
        .compose(head -> socket.send(new Goodbye(reason, head)))
        .timeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
        .transform(said -> {
          work.abandon(socket);
          LOG.infof("Link left: %s", reason);
          return socket.close();
        });
  }

  /** A disk that does not answer leaves us with the last line known to be on it. */
  private Future<LedgerHead> settledLedger() {
    return work.health()
        .self()
        .settledLedger()
        .get()
        .timeout(ENDING_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(stuck -> work.health().self().ledger().get());
  }
}

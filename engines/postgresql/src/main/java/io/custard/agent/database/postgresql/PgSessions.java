package io.custard.agent.database.postgresql;

import io.custard.agent.database.server.ServerSession;
import io.custard.agent.database.server.ServerSessions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A few sessions, used again because a SCRAM log-in costs more than most questions. A session comes
 * back only after {@code ROLLBACK} and {@code DISCARD ALL}, so that nothing a statement set
 * survives it; one that was cancelled or failed in any doubtful way is closed instead.
 */
final class PgSessions implements ServerSessions<PgSession> {
  private static final long CANCEL_MILLIS = 2_000;

  private final Vertx vertx;
  private final PgConnector connector;
  private final int max;
  private final ArrayDeque<PgSession> idle = new ArrayDeque<>();
  private final ArrayDeque<Promise<PgSession>> waiting = new ArrayDeque<>();
  private final Set<PgSession> used = new HashSet<>();
  private int count;
  private boolean closed;

  PgSessions(Vertx vertx, PgConnector connector, int max) {
    this.vertx = vertx;
    this.connector = connector;
    this.max = max;
  }

  @Override
  public Future<PgSession> acquire() {
    PgSession session = idle.pollLast();
    while (session != null && !session.isFresh()) {
      drop(session);
      session = idle.pollLast();
    }
    if (session != null) {
      used.add(session);
      return Future.succeededFuture(session);
    }
    if (count >= max) {
      Promise<PgSession> turn = Promise.promise();
      waiting.add(turn);
      return turn.future();
    }
    count++;
    return connector
        .connect()
        .onSuccess(used::add)
        .onFailure(failure -> {
          count--;
          serveNext();
        });
  }

  @Override
  public Future<Void> release(PgSession session, boolean running) {
    return running ? stop(session) : giveBack(session);
  }

  /** Closing the socket alone would let the statement run on, so the server is told first. */
  private Future<Void> stop(PgSession session) {
    return session
        .cancel()
        .timeout(CANCEL_MILLIS, TimeUnit.MILLISECONDS)
        .transform(cancelled -> discard(session));
  }

  private Future<Void> giveBack(PgSession session) {
    if (!session.isOpen() || closed) {
      return discard(session);
    }
    session.tap().divertTo(null);
    return session.reset().onSuccess(clean -> keep(session)).recover(failure -> discard(session));
  }

  private void keep(PgSession session) {
    used.remove(session);
    if (closed || !session.isFresh()) {
      drop(session);
    } else {
      idle.add(session);
      vertx.setTimer(ServerSession.MAX_AGE.toMillis(), old -> expire(session));
    }
    serveNext();
  }

  /** Closes a session that must not be used again. */
  private Future<Void> discard(PgSession session) {
    used.remove(session);
    Future<Void> gone = drop(session);
    serveNext();
    return gone;
  }

  private void expire(PgSession session) {
    if (!session.isFresh() && idle.remove(session)) {
      drop(session);
    }
  }

  private Future<Void> drop(PgSession session) {
    count--;
    return session.close().otherwiseEmpty();
  }

  private void serveNext() {
    Promise<PgSession> turn = waiting.poll();
    if (turn != null) {
      acquire().onComplete(turn);
    }
  }

  @Override
  public Future<Void> close() {
    closed = true;
    idle.forEach(PgSession::close);
    Set.copyOf(used).forEach(PgSession::close);
    return Future.succeededFuture();
  }
}

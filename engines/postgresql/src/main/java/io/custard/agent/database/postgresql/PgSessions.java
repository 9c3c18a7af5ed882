package io.custard.agent.database.postgresql;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * A few sessions, used again because a SCRAM log-in costs more than most questions. A session comes
 * back only after {@code ROLLBACK} and {@code DISCARD ALL}, so that nothing a statement set
 * survives it; one that was cancelled or failed in any doubtful way is closed instead, and none
 * lives longer than {@link #MAX_AGE}, so that changed passwords and rights are noticed.
 */
final class PgSessions {
  private static final Duration MAX_AGE = Duration.ofSeconds(60);

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

  /** A clean session; waits its turn when all are used. */
  Future<PgSession> acquire() {
    PgSession session = idle.pollLast();
    while (session != null && !isFresh(session)) {
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

  /** Gives a session back whose statement has ended. */
  Future<Void> release(PgSession session) {
    if (!session.isOpen() || closed) {
      return discard(session);
    }
    session.tap().divertTo(null);
    return session.reset().onSuccess(clean -> keep(session)).recover(failure -> discard(session));
  }

  private void keep(PgSession session) {
    used.remove(session);
    if (closed || !isFresh(session)) {
      drop(session);
    } else {
      idle.add(session);
      vertx.setTimer(MAX_AGE.toMillis(), old -> expire(session));
    }
    serveNext();
  }

  /** Closes a session that must not be used again. */
  Future<Void> discard(PgSession session) {
    used.remove(session);
    Future<Void> gone = drop(session);
    serveNext();
    return gone;
  }

  private void expire(PgSession session) {
    if (!isFresh(session) && idle.remove(session)) {
      drop(session);
    }
  }

  private static boolean isFresh(PgSession session) {
    return session.isOpen() && session.ageNanos() < MAX_AGE.toNanos();
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

  Future<Void> close() {
    closed = true;
    idle.forEach(PgSession::close);
    Set.copyOf(used).forEach(PgSession::close);
    return Future.succeededFuture();
  }
}

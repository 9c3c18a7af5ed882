package io.custard.agent.database.mysql;

import io.custard.agent.database.server.ServerSession;
import io.custard.agent.database.server.ServerSessions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session serves one statement and is closed: what a statement may change of a session (its
 * default schema, variables, locks) cannot be undone by the server as a whole. So that nobody waits
 * for a log-in, one unused session is made ready while another one works.
 */
final class MySqlSessions implements ServerSessions<MySqlSession> {
  private static final long KILL_MILLIS = 2_000;

  private final Vertx vertx;
  private final MySqlConnector connector;
  private final int max;
  private final ArrayDeque<Promise<MySqlSession>> waiting = new ArrayDeque<>();
  private final Set<MySqlSession> used = new HashSet<>();
  private @Nullable MySqlSession spare;
  private boolean making;
  private int count;
  private boolean closed;

  MySqlSessions(Vertx vertx, MySqlConnector connector, int max) {
    this.vertx = vertx;
    this.connector = connector;
    this.max = max;
  }

  @Override
  public Future<MySqlSession> acquire() {
    if (count >= max) {
      Promise<MySqlSession> turn = Promise.promise();
      waiting.add(turn);
      return turn.future();
    }
    count++;
    MySqlSession ready = spare;
    spare = null;
    if (ready != null && ready.isFresh()) {
      return Future.succeededFuture(use(ready));
    }
    if (ready != null) {
      ready.close();
    }
    return connector.connect().map(this::use).onFailure(failure -> left());
  }

  private MySqlSession use(MySqlSession session) {
    used.add(session);
    makeSpare();
    return session;
  }

  /** Ends the session; a statement that runs is killed first, as the server would not notice. */
  @Override
  public Future<Void> release(MySqlSession session, boolean running) {
    used.remove(session);
    Future<Void> ended =
        running
            ? connector.kill(session).timeout(KILL_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty()
            : Future.succeededFuture();
    return ended
        .compose(killed -> running ? session.abandon() : session.close())
        .otherwiseEmpty()
        .onComplete(gone -> left());
  }

  private void left() {
    count--;
    Promise<MySqlSession> turn = waiting.poll();
    if (turn != null) {
      acquire().onComplete(turn);
    }
  }

  private void makeSpare() {
    if (making || closed || spare != null) {
      return;
    }
    making = true;
    connector
        .connect()
        .onComplete(made -> {
          making = false;
          if (made.succeeded()) {
            keep(made.result());
          }
        });
  }

  private void keep(MySqlSession session) {
    if (closed || spare != null) {
      session.close();
      return;
    }
    spare = session;
    vertx.setTimer(ServerSession.MAX_AGE.toMillis(), old -> expire(session));
  }

  private void expire(MySqlSession session) {
    if (spare == session) {
      spare = null;
      session.close();
    }
  }

  @Override
  public Future<Void> close() {
    closed = true;
    MySqlSession ready = spare;
    spare = null;
    if (ready != null) {
      ready.close();
    }
    Set.copyOf(used).forEach(MySqlSession::abandon);
    return Future.succeededFuture();
  }
}

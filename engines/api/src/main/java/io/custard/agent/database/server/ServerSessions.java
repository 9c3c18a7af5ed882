package io.custard.agent.database.server;

import io.vertx.core.Future;

/**
 * The sessions for statements, so many and no more. What a statement did to its session never
 * reaches the next one.
 *
 * @param <S> a session of the server
 */
public interface ServerSessions<S extends ServerSession<?>> {
  /** A clean session; waits its turn when all are used. */
  Future<S> acquire();

  /**
   * Takes a session back.
   *
   * @param running whether its statement still runs; then that is stopped and the session ended
   */
  Future<Void> release(S session, boolean running);

  Future<Void> close();
}

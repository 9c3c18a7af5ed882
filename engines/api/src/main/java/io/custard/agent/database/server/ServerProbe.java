package io.custard.agent.database.server;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code SELECT 1} on a session of its own, which is renewed when it is no longer fresh so
 * that a changed password or right is noticed.
 *
 * @param <S> a session of the server
 */
public final class ServerProbe<S extends ServerSession<?>> {
  /** For a probe as a whole. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Supplier<Future<S>> connector;
  private final Function<S, Future<Checkup>> first;
  private final ServerFailures failures;
  private @Nullable S session;
  private @Nullable Checkup known;
  private @Nullable Future<Checkup> running;

  /**
   * @param first finds out what a new session's server and role are; what it finds is answered
   *     until the session is renewed
   */
  public ServerProbe(
      Supplier<Future<S>> connector, Function<S, Future<Checkup>> first, ServerFailures failures) {
    this.connector = connector;
    this.first = first;
    this.failures = failures;
  }

  /** Who asks while a probe runs gets what that one finds. */
  public Future<Checkup> run() {
    Future<Checkup> already = running;
    if (already != null) {
      return already;
    }
    Promise<Checkup> found = Promise.promise();
    running = found.future();
    ready()
        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> {
          close();
          return Future.failedFuture(failures.connecting(failure));
        })
        .onComplete(result -> {
          running = null;
          found.handle(result);
        });
    return found.future();
  }

  private Future<Checkup> ready() {
    S open = session;
    Checkup last = known;
    if (open != null && last != null && open.isFresh()) {
      return open.rows("SELECT 1").map(answered -> last);
    }
    close();
    return connector.get().compose(this::look);
  }

  private Future<Checkup> look(S opened) {
    close();
    session = opened;
    return first.apply(opened).onSuccess(checkup -> known = checkup);
  }

  public void close() {
    S old = session;
    session = null;
    if (old != null) {
      old.close();
    }
  }
}

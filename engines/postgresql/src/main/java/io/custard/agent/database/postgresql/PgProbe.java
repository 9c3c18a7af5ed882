package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code SELECT 1} on a session of its own, which is renewed every minute so that a changed
 * password or right is noticed.
 */
final class PgProbe {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final PgConnector connector;
  private final PgFailures failures;
  private @Nullable PgSession session;
  private @Nullable Checkup known;
  private @Nullable Future<Checkup> running;

  PgProbe(PgConnector connector, PgFailures failures) {
    this.connector = connector;
    this.failures = failures;
  }

  /** Who asks while a probe runs gets what that one finds. */
  Future<Checkup> run() {
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
    PgSession open = session;
    Checkup last = known;
    if (open != null && last != null && open.isOpen() && open.ageNanos() < MAX_AGE.toNanos()) {
      return open.run("SELECT 1").map(answered -> last);
    }
    close();
    return connector.connect().compose(this::first);
  }

  private Future<Checkup> first(PgSession opened) {
    close();
    session = opened;
    return opened
        .run("SET statement_timeout = " + DEADLINE.toMillis())
        .compose(set -> RoleCheck.run(opened))
        .onSuccess(checkup -> known = checkup);
  }

  void close() {
    PgSession old = session;
    session = null;
    if (old != null) {
      old.close();
    }
  }
}

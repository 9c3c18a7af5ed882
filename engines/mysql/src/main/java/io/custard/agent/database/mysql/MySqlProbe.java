package io.custard.agent.database.mysql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code SELECT 1} on a session of its own, which is renewed every minute so that a changed
 * password or right is noticed.
 */
final class MySqlProbe {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final MySqlConnector connector;
  private final DatabaseAddress address;
  private final MySqlFailures failures;
  private @Nullable MySqlSession session;
  private @Nullable Checkup known;

  MySqlProbe(MySqlConnector connector, DatabaseAddress address, MySqlFailures failures) {
    this.connector = connector;
    this.address = address;
    this.failures = failures;
  }

  Future<Checkup> run() {
    return ready()
        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> {
          close();
          return Future.failedFuture(failures.connecting(failure));
        });
  }

  private Future<Checkup> ready() {
    MySqlSession open = session;
    Checkup last = known;
    if (open != null && last != null && open.isOpen() && open.ageNanos() < MAX_AGE.toNanos()) {
      return open.rows("SELECT 1").map(answered -> last);
    }
    close();
    return connector.connect().compose(this::first);
  }

  private Future<Checkup> first(MySqlSession opened) {
    close();
    session = opened;
    return opened
        .run(SessionSettings.bounds(opened.flavor(), DEADLINE.toMillis(), Long.MAX_VALUE))
        .compose(set -> RoleCheck.run(opened, address.name()))
        .onSuccess(checkup -> known = checkup);
  }

  void close() {
    MySqlSession old = session;
    session = null;
    if (old != null) {
      old.close(false);
    }
  }
}

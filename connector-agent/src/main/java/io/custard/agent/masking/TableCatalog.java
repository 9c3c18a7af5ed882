package io.custard.agent.masking;

import io.custard.agent.database.Database;
import io.custard.agent.policy.AgentPolicy;
import io.custard.agent.policy.Masks;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of the database's tables for a while. What is old can only make statements
 * fail: a column that is not known is not shown. All on the event loop.
 */
public final class TableCatalog {
  private static final Logger LOG = Logger.getLogger(TableCatalog.class);
  private static final long MAX_AGE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long MIN_AGE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long READING_SECONDS = 60;

  private final Database database;
  private @Nullable KnownTables known;
  private long readNanos;
  private @Nullable Future<KnownTables> reading;

  public TableCatalog(Database database) {
    this.database = database;
  }

  /** What was read lately; read again if the statement names something that is not in it. */
  public Future<KnownTables> known(AgentPolicy policy, Verdict.Accepted statement) {
    return known(policy.masks(), MAX_AGE_NANOS)
        .compose(known ->
            new MaskedTables(policy, known).knows(statement)
                ? Future.succeededFuture(known)
                : known(policy.masks(), MIN_AGE_NANOS));
  }

  private Future<KnownTables> known(Masks masks, long maxAgeNanos) {
    KnownTables before = known;
    boolean usable = before != null && before.masks().equals(masks);
    if (usable && System.nanoTime() - readNanos < maxAgeNanos) {
      return Future.succeededFuture(before);
    }
    Future<KnownTables> now =
        read(masks)
            .compose(
                read -> read.masks().equals(masks) ? Future.succeededFuture(read) : read(masks));
    return usable ? now.otherwise(before) : now;
  }

  /** One reading at a time; who comes later waits for the one under way. */
  private Future<KnownTables> read(Masks masks) {
    Future<KnownTables> underWay = reading;
    if (underWay != null) {
      return underWay;
    }
    KnownTables tables = new KnownTables(masks);
    Future<KnownTables> begun =
        database
            .discover(table -> {
              tables.add(table);
              return Future.succeededFuture();
            })
            .timeout(READING_SECONDS, TimeUnit.SECONDS)
            .recover(TableCatalog::orLate)
            .map(tables);
    reading = begun;
    begun.onComplete(done -> reading = null);
    begun
        .onSuccess(this::keep)
        .onFailure(e -> LOG.warnf("The columns of masked tables could not be read"));
    return begun;
  }

  private static Future<Integer> orLate(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? new CustardException(
                ErrorCode.AGENT_DATABASE_UNAVAILABLE,
                "The database did not tell its columns in time, which the policy's masks need.")
            : failure);
  }

  private void keep(KnownTables tables) {
    known = tables;
    readNanos = System.nanoTime();
  }
}

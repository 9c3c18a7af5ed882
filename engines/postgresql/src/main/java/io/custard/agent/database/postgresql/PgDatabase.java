package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.wire.RowTap;
import io.custard.agent.database.wire.TappedCursor;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** PostgreSQL, version 12 or newer. */
final class PgDatabase implements Database {
  private static final long DISCOVERY_MILLIS = 60_000;
  private static final long COST_MILLIS = 5_000;
  private static final long CANCEL_MILLIS = 2_000;

  private final Vertx vertx;
  private final PgFailures failures;
  private final PgSessions sessions;
  private final PgProbe probe;

  /**
   * @param maxSessions for statements; the probe has one more
   */
  PgDatabase(Vertx vertx, DatabaseAddress address, int maxSessions) {
    this.vertx = vertx;
    this.failures = new PgFailures(address);
    PgConnector connector = new PgConnector(vertx, address, failures);
    this.sessions = new PgSessions(vertx, connector, maxSessions);
    this.probe = new PgProbe(connector, failures);
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public Future<Checkup> probe() {
    return probe.run();
  }

  @Override
  public Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return inSession(DISCOVERY_MILLIS, session -> new Catalog(session).read(reader));
  }

  @Override
  public Future<OptionalDouble> cost(String sql) {
    return inSession(COST_MILLIS, session -> PlannedCost.of(session, sql));
  }

  /** Work of our own that ends before its session is given back. */
  private <T> Future<T> inSession(long timeoutMillis, Function<PgSession, Future<T>> work) {
    return sessions
        .acquire()
        .compose(session ->
            session
                .begin(timeoutMillis)
                .compose(begun -> work.apply(session))
                .transform(result ->
                    sessions
                        .release(session)
                        .transform(released ->
                            result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(failures.running(result.cause())))));
  }

  @Override
  public Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return sessions
        .acquire()
        .compose(session ->
            session
                .begin(timeoutMillis)
                .compose(begun -> session.prepare(sql))
                .compose(statement -> cursor(session, statement, shape))
                .timeout(timeoutMillis + CANCEL_MILLIS, TimeUnit.MILLISECONDS)
                .recover(failure -> notOpened(session, failure)));
  }

  /** A session whose server or client does not answer any more is ended, not used again. */
  private Future<RowCursor> notOpened(PgSession session, Throwable failure) {
    Future<Void> given =
        failure instanceof TimeoutException ? stop(session) : sessions.release(session);
    return given.transform(gone -> Future.failedFuture(failures.running(failure)));
  }

  /** Closing the socket alone would let the statement run on, so the server is told first. */
  private Future<Void> stop(PgSession session) {
    return session
        .cancel()
        .timeout(CANCEL_MILLIS, TimeUnit.MILLISECONDS)
        .transform(cancelled -> sessions.discard(session));
  }

  private Future<RowCursor> cursor(
      PgSession session, PreparedStatement statement, ResultShape shape) {
    List<ResultTap.Described> described = session.tap().described();
    return TypeLookup.types(session, described)
        .map(types -> {
          List<ResultColumn> columns = new ArrayList<>(types.size());
          for (int i = 0; i < types.size(); i++) {
            columns.add(new ResultColumn(described.get(i).name(), types.get(i).type()));
          }
          RowReader rows = new RowReader(types.stream().map(PgType::cell).toList());
          return new PgCursor(
                  statement.cursor(), columns, new RowChunks(shape), new Return(session))
              .reading(session.tap(), rows);
        });
  }

  /** Gives the session of a closed cursor back, or ends it when its statement still runs. */
  private final class Return implements TappedCursor.Lease {
    private final PgSession session;

    Return(PgSession session) {
      this.session = session;
    }

    @Override
    public Vertx vertx() {
      return vertx;
    }

    @Override
    public RowTap tap() {
      return session.tap();
    }

    @Override
    public CustardException describe(Throwable failure) {
      return failures.running(failure);
    }

    @Override
    public Future<Void> give(boolean running) {
      return running ? stop(session) : sessions.release(session);
    }
  }

  @Override
  public Future<Void> close() {
    probe.close();
    return sessions.close();
  }
}

package io.custard.agent.database.mysql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.wire.RowTap;
import io.custard.agent.database.wire.TappedCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PreparedStatement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** MySQL 5.7.8 or newer, MariaDB 10.2 or newer. */
final class MySqlDatabase implements Database {
  private static final long DISCOVERY_MILLIS = 60_000;
  private static final long PLAN_MILLIS = 5_000;

  /** Preparing evaluates constants, and no setting of the server bounds that. */
  private static final long OPEN_SLACK = 500;

  private static final long ANY_ROWS = Long.MAX_VALUE;

  private final Vertx vertx;
  private final MySqlFailures failures;
  private final MySqlSessions sessions;
  private final MySqlProbe probe;

  /**
   * @param maxSessions for statements; the probe has one more, and one waits unused
   */
  MySqlDatabase(Vertx vertx, DatabaseAddress address, int maxSessions) {
    this.vertx = vertx;
    this.failures = new MySqlFailures(address);
    MySqlConnector connector = new MySqlConnector(vertx, address, failures);
    this.sessions = new MySqlSessions(vertx, connector, maxSessions);
    this.probe = new MySqlProbe(connector, address, failures);
  }

  @Override
  public String dialect() {
    return "mysql";
  }

  @Override
  public Future<Checkup> probe() {
    return probe.run();
  }

  @Override
  public Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return within(DISCOVERY_MILLIS, session -> new Catalog(session).read(reader));
  }

  @Override
  public Future<OptionalDouble> cost(String sql) {
    return within(
        PLAN_MILLIS,
        session ->
            PlanCost.of(session, sql).timeout(PLAN_MILLIS + OPEN_SLACK, TimeUnit.MILLISECONDS));
  }

  /** A session for queries of our own. */
  private <T> Future<T> within(long timeoutMillis, Function<MySqlSession, Future<T>> work) {
    return sessions
        .acquire()
        .compose(session ->
            begin(session, timeoutMillis, ANY_ROWS)
                .compose(begun -> work.apply(session))
                .transform(result ->
                    sessions
                        .release(session, isLate(result.cause()))
                        .transform(released ->
                            result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(failures.running(result.cause())))));
  }

  private static Future<Void> begin(MySqlSession session, long timeoutMillis, long rows) {
    return session
        .run(SessionSettings.bounds(session.flavor(), timeoutMillis, rows))
        .compose(set -> session.run(SessionSettings.BEGIN));
  }

  @Override
  public Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return sessions
        .acquire()
        .compose(session ->
            begin(session, timeoutMillis, shape.caps().rows() + 1)
                .compose(begun -> session.prepare(sql))
                .timeout(timeoutMillis + OPEN_SLACK, TimeUnit.MILLISECONDS)
                .compose(statement -> cursor(session, statement, shape))
                .recover(failure ->
                    sessions
                        .release(session, isLate(failure))
                        .transform(released -> Future.failedFuture(failures.running(failure)))));
  }

  private static boolean isLate(@Nullable Throwable failure) {
    return failure instanceof TimeoutException;
  }

  /**
   * A statement that announces no columns is not run at all. This stops, whatever the account's
   * rights: INTO OUTFILE and INTO a variable, SET, FLUSH, KILL, LOCK, CALL, COMMIT, and MariaDB's
   * blocks of statements, which could end the read-only transaction themselves.
   */
  private Future<RowCursor> cursor(
      MySqlSession session, PreparedStatement statement, ResultShape shape) {
    List<ResultColumn> columns =
        session.tap().described().stream()
            .map(column -> new ResultColumn(column.name(), MySqlType.of(column).type()))
            .toList();
    return columns.isEmpty()
        ? Future.failedFuture(
            new CustardException(
                ErrorCode.SQL_NOT_READ_ONLY,
                "The statement returns no rows; the session runs only those that do."))
        : Future.succeededFuture(
            new MySqlCursor(
                statement, columns, new RowChunks(shape), session.tap(), new Return(session)));
  }

  /** Ends the session of a closed cursor. */
  private final class Return implements TappedCursor.Lease {
    private final MySqlSession session;

    Return(MySqlSession session) {
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
      return sessions.release(session, running);
    }
  }

  @Override
  public Future<Void> close() {
    probe.close();
    return sessions.close();
  }
}

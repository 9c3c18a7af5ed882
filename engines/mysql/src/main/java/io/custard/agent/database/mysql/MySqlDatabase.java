package io.custard.agent.database.mysql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PreparedStatement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** MySQL 5.7.8 or newer, MariaDB 10.2 or newer. */
final class MySqlDatabase implements Database {
  private static final long DISCOVERY_MILLIS = 60_000;
  private static final long PLAN_MILLIS = 5_000;
  private static final long ANY_ROWS = Long.MAX_VALUE;

  private final MySqlFailures failures;
  private final MySqlSessions sessions;
  private final MySqlProbe probe;

  /**
   * @param maxSessions for statements; the probe has one more, and one waits unused
   */
  MySqlDatabase(Vertx vertx, DatabaseAddress address, int maxSessions) {
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
    return within(PLAN_MILLIS, session -> PlanCost.of(session, sql));
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
                        .release(session, false)
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
  public Future<RowCursor> open(String sql, RowCaps caps, long timeoutMillis) {
    return sessions
        .acquire()
        .compose(session ->
            begin(session, timeoutMillis, caps.rows() + 1)
                .compose(begun -> session.prepare(sql))
                .map(statement -> cursor(session, statement, caps))
                .recover(failure ->
                    sessions
                        .release(session, false)
                        .transform(released -> Future.failedFuture(failures.running(failure)))));
  }

  private RowCursor cursor(MySqlSession session, PreparedStatement statement, RowCaps caps) {
    List<ResultColumn> columns =
        session.tap().described().stream()
            .map(column -> new ResultColumn(column.name(), MySqlType.of(column).type()))
            .toList();
    return new MySqlCursor(statement, columns, new RowChunks(caps), new Return(session));
  }

  /** Ends the session of a closed cursor. */
  private final class Return implements MySqlCursor.Release {
    private final MySqlSession session;

    Return(MySqlSession session) {
      this.session = session;
    }

    @Override
    public ResultTap tap() {
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

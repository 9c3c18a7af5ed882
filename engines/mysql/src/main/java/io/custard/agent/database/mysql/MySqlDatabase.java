package io.custard.agent.database.mysql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.server.ServerDatabase;
import io.custard.agent.database.server.ServerProbe;
import io.custard.agent.database.wire.TappedCursor.Lease;
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
import java.util.function.Function;

/** MySQL 5.7.8 or newer, MariaDB 10.2 or newer. */
final class MySqlDatabase extends ServerDatabase<MySqlSession> {
  /** Preparing evaluates constants, and no setting of the server bounds that. */
  private static final long OPEN_SLACK = 500;

  /**
   * @param maxSessions for statements; the probe has one more, and one waits unused
   */
  MySqlDatabase(Vertx vertx, DatabaseAddress address, int maxSessions) {
    MySqlFailures failures = new MySqlFailures(address);
    MySqlConnector connector = new MySqlConnector(vertx, address, failures);
    super(
        vertx,
        failures,
        new MySqlSessions(vertx, connector, maxSessions),
        new ServerProbe<>(connector::connect, session -> look(session, address.name()), failures),
        OPEN_SLACK);
  }

  private static Future<Checkup> look(MySqlSession session, String schema) {
    return session
        .run(
            SessionSettings.bounds(
                session.flavor(), ServerProbe.DEADLINE.toMillis(), Long.MAX_VALUE))
        .compose(set -> RoleCheck.run(session, schema));
  }

  @Override
  public String dialect() {
    return "mysql";
  }

  @Override
  protected Future<Integer> discover(
      MySqlSession session, Function<TableDescription, Future<Void>> reader) {
    return new Catalog(session).read(reader);
  }

  @Override
  protected Future<OptionalDouble> cost(MySqlSession session, String sql) {
    return PlanCost.of(session, sql).timeout(COST_MILLIS + OPEN_SLACK, TimeUnit.MILLISECONDS);
  }

  /**
   * A statement that announces no columns is not run at all. This stops, whatever the account's
   * rights: INTO OUTFILE and INTO a variable, SET, FLUSH, KILL, LOCK, CALL, COMMIT, and MariaDB's
   * blocks of statements, which could end the read-only transaction themselves.
   */
  @Override
  protected Future<RowCursor> cursor(
      MySqlSession session, PreparedStatement statement, ResultShape shape, Lease lease) {
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
            new MySqlCursor(statement, columns, new RowChunks(shape), session.tap(), lease));
  }
}

package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.server.ServerDatabase;
import io.custard.agent.database.server.ServerProbe;
import io.custard.agent.database.wire.TappedCursor.Lease;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** PostgreSQL, version 12 or newer. */
final class PgDatabase extends ServerDatabase<PgSession> {
  private static final long OPEN_SLACK = 2_000;

  /**
   * @param maxSessions for statements; the probe has one more
   */
  PgDatabase(Vertx vertx, DatabaseAddress address, int maxSessions) {
    PgFailures failures = new PgFailures(address);
    PgConnector connector = new PgConnector(vertx, address, failures);
    super(
        vertx,
        failures,
        new PgSessions(vertx, connector, maxSessions),
        new ServerProbe<>(connector::connect, PgDatabase::look, failures),
        OPEN_SLACK);
  }

  private static Future<Checkup> look(PgSession session) {
    return session
        .run("SET statement_timeout = " + ServerProbe.DEADLINE.toMillis())
        .compose(set -> RoleCheck.run(session));
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  protected Future<Integer> discover(
      PgSession session, Function<TableDescription, Future<Void>> reader) {
    return new Catalog(session).read(reader);
  }

  @Override
  protected Future<OptionalDouble> cost(PgSession session, String sql) {
    return PlannedCost.of(session, sql);
  }

  @Override
  protected Future<RowCursor> cursor(
      PgSession session, PreparedStatement statement, ResultShape shape, Lease lease) {
    List<ResultTap.Described> described = session.tap().described();
    return TypeLookup.types(session, described)
        .map(types -> {
          List<ResultColumn> columns = new ArrayList<>(types.size());
          for (int i = 0; i < types.size(); i++) {
            columns.add(new ResultColumn(described.get(i).name(), types.get(i).type()));
          }
          RowReader rows = new RowReader(types.stream().map(PgType::cell).toList());
          return new PgCursor(statement.cursor(), columns, new RowChunks(shape), lease)
              .reading(session.tap(), rows);
        });
  }
}

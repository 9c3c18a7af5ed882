package io.custard.agent.database.mysql;

import io.custard.agent.database.server.ServerSession;
import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.MySQLSetOption;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** A session that serves one statement and is closed. */
final class MySqlSession extends ServerSession<ResultTap> {
  private final MySQLConnection connection;
  private long id = -1;
  private Flavor flavor = new Flavor(false, "unknown");

  MySqlSession(MySQLConnection connection) {
    super(connection, "packetDecoder", new ResultTap());
    this.connection = connection;
  }

  /**
   * Allows one statement a request again, as the client had asked for several, and learns who is
   * there.
   */
  Future<MySqlSession> greet() {
    return connection
        .setOption(MySQLSetOption.MYSQL_OPTION_MULTI_STATEMENTS_OFF)
        .compose(single -> rows("SELECT version() AS version, connection_id() AS id"))
        .map(rows -> {
          flavor = Flavor.of(rows.getFirst().getString("version"));
          id = rows.getFirst().getLong("id");
          return this;
        });
  }

  Flavor flavor() {
    return flavor;
  }

  /** The server's number of this connection. */
  long id() {
    return id;
  }

  @Override
  public Future<Void> begin(long timeoutMillis, long rows) {
    return run(SessionSettings.bounds(flavor, timeoutMillis, rows))
        .compose(set -> run(SessionSettings.BEGIN));
  }

  /** Prepared: see {@link ResultTap} for why. */
  @Override
  protected Query<RowSet<Row>> query(String query) {
    return connection.preparedQuery(query);
  }

  @Override
  public Future<Void> close() {
    tap().forgetSink();
    return leave();
  }

  /** Ends the session though an answer is still awaited. */
  Future<Void> abandon() {
    tap().forgetSink();
    return hangUp();
  }
}

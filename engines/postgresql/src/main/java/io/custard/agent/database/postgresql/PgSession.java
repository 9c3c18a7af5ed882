package io.custard.agent.database.postgresql;

import io.custard.agent.database.postgresql.SessionSettings.Abilities;
import io.custard.agent.database.server.ServerSession;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** A session that can be made clean again. All values of all results come as text. */
final class PgSession extends ServerSession<ResultTap> {
  private final PgConnection connection;
  private Abilities abilities = Abilities.NONE;

  PgSession(PgConnection connection) {
    super(connection, "codec", new ResultTap());
    this.connection = connection;
  }

  /** The server knows no bound of the rows; the cursor asks for no more than are wanted. */
  @Override
  public Future<Void> begin(long timeoutMillis, long rows) {
    return run(SessionSettings.begin(timeoutMillis, abilities));
  }

  /** Makes a new session read only and finds out what its server and role allow. */
  Future<PgSession> makeReady() {
    return run(SessionSettings.READ_ONLY_SESSION)
        .compose(readOnly -> noticesLostClient())
        .compose(notices ->
            mayLimitTempFiles()
                .map(limits -> {
                  abilities = new Abilities(notices, limits);
                  return this;
                }));
  }

  /**
   * Whether the server can look for a lost client while a statement runs (PostgreSQL 14, not on
   * every platform); then a killed agent's statements end within a second.
   */
  private Future<Boolean> noticesLostClient() {
    return run("SET " + SessionSettings.LOST_CLIENT_CHECK).map(true).otherwise(false);
  }

  private Future<Boolean> mayLimitTempFiles() {
    int version = connection.databaseMetadata().majorVersion();
    String query =
        version >= 15 ? SessionSettings.TEMP_LIMIT_SINCE_15 : SessionSettings.TEMP_LIMIT_BEFORE_15;
    return rows(query).map(rows -> rows.getFirst().getString("may").startsWith("t"));
  }

  /** Forgets the transaction and everything that a statement set or took. */
  Future<Void> reset() {
    return run("ROLLBACK")
        .compose(rolledBack -> run("DISCARD ALL"))
        .compose(clean -> run(SessionSettings.READ_ONLY_SESSION));
  }

  /** The values are texts or null. */
  @Override
  protected Query<RowSet<Row>> query(String query) {
    return connection.query(query);
  }

  /** Asks the server, over another connection, to stop what runs here. */
  Future<Void> cancel() {
    return connection.cancelRequest();
  }

  @Override
  public Future<Void> close() {
    tap().divertTo(null);
    return leave();
  }
}

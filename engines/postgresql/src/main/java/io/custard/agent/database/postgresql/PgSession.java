package io.custard.agent.database.postgresql;

import io.custard.agent.database.postgresql.SessionSettings.Abilities;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.ArrayList;
import java.util.List;

/** One connection with its {@link ResultTap}. All values of all results come as text. */
final class PgSession {
  private final PgConnection connection;
  private final ResultTap tap;
  private final long openedNanos = System.nanoTime();
  private boolean open = true;
  private Abilities abilities = Abilities.NONE;

  private PgSession(PgConnection connection, ResultTap tap) {
    this.connection = connection;
    this.tap = tap;
    connection.closeHandler(closed -> open = false);
    // Without a handler the client prints the whole error, which may hold values.
    connection.exceptionHandler(failure -> open = false);
  }

  /** Must be called on the connection's event loop, before its first statement. */
  static PgSession over(PgConnection connection) {
    ResultTap tap = new ResultTap();
    var socket = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap();
    socket.socket().channelHandlerContext().pipeline().addBefore("codec", "results", tap);
    return new PgSession(connection, tap);
  }

  ResultTap tap() {
    return tap;
  }

  boolean isOpen() {
    return open;
  }

  long ageNanos() {
    return System.nanoTime() - openedNanos;
  }

  /** Begins the read-only transaction that every statement runs in. */
  Future<Void> begin(long timeoutMillis) {
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

  /** Runs commands of our own, several at once if need be. */
  Future<Void> run(String commands) {
    return connection.query(commands).execute().mapEmpty();
  }

  /** Runs a query of our own; its values are texts or null. */
  Future<List<Row>> rows(String query) {
    return connection
        .query(query)
        .execute()
        .map(found -> {
          List<Row> rows = new ArrayList<>(found.size());
          found.forEach(rows::add);
          return rows;
        });
  }

  /** Prepares exactly one statement; the server refuses more than one. */
  Future<PreparedStatement> prepare(String sql) {
    tap.forgetDescription();
    return connection.prepare(sql);
  }

  /** Asks the server, over another connection, to stop what runs here. */
  Future<Void> cancel() {
    return connection.cancelRequest();
  }

  Future<Void> close() {
    open = false;
    tap.divertTo(null);
    tap.reading(true);
    return connection.close();
  }
}

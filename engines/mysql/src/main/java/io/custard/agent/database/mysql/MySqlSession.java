package io.custard.agent.database.mysql;

import io.vertx.core.Future;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.MySQLSetOption;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.ArrayList;
import java.util.List;

/** One connection with its {@link ResultTap}. It serves one statement and is closed. */
final class MySqlSession {
  private final MySQLConnection connection;
  private final NetSocketInternal socket;
  private final ResultTap tap = new ResultTap();
  private final long openedNanos = System.nanoTime();
  private boolean open = true;
  private long id = -1;
  private Flavor flavor = new Flavor(false, "unknown");

  private MySqlSession(MySQLConnection connection, NetSocketInternal socket) {
    this.connection = connection;
    this.socket = socket;
    socket.channelHandlerContext().pipeline().addBefore("packetDecoder", "results", tap);
    connection.closeHandler(closed -> open = false);
    // Without a handler the client prints the whole error, which may hold values.
    connection.exceptionHandler(failure -> open = false);
  }

  /** Must be called on the connection's event loop, before its first statement. */
  static MySqlSession over(MySQLConnection connection) {
    var client = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap();
    return new MySqlSession(connection, client.socket());
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

  ResultTap tap() {
    return tap;
  }

  Flavor flavor() {
    return flavor;
  }

  /** The server's number of this connection. */
  long id() {
    return id;
  }

  boolean isOpen() {
    return open;
  }

  long ageNanos() {
    return System.nanoTime() - openedNanos;
  }

  /** Runs one command of our own that returns no rows. */
  Future<Void> run(String command) {
    return connection.query(command).execute().mapEmpty();
  }

  /** Runs a query of our own, prepared: see {@link ResultTap} for why. */
  Future<List<Row>> rows(String query) {
    return connection
        .preparedQuery(query)
        .execute()
        .map(found -> {
          List<Row> rows = new ArrayList<>(found.size());
          found.forEach(rows::add);
          return rows;
        });
  }

  /** Prepares exactly one statement; the server refuses more than one. */
  Future<PreparedStatement> prepare(String sql) {
    tap.expectPrepared();
    return connection.prepare(sql);
  }

  /**
   * Says goodbye, so that the server notes no lost client.
   *
   * @param running whether an answer is still awaited: the client would wait for it, so the socket
   *     is closed
   */
  Future<Void> close(boolean running) {
    open = false;
    tap.forgetSink();
    tap.reading(true);
    return running ? socket.close() : connection.close();
  }
}

package io.custard.agent.database.server;

import io.custard.agent.database.wire.RowTap;
import io.vertx.core.Future;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection to a server, with its tap. It runs one statement at a time.
 *
 * @param <T> the tap that reads this server's protocol
 */
public abstract class ServerSession<T extends RowTap> {
  /** None is used for longer, so that changed passwords and rights are noticed. */
  public static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final SqlConnection connection;
  private final NetSocketInternal socket;
  private final T tap;
  private final long openedNanos = System.nanoTime();
  private boolean open = true;

  /**
   * Must be called on the connection's event loop, before its first statement.
   *
   * @param codec the client's part of the pipeline that the tap stands before
   */
  protected ServerSession(SqlConnection connection, String codec, T tap) {
    this.connection = connection;
    this.socket = ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket();
    this.tap = tap;
    socket.channelHandlerContext().pipeline().addBefore(codec, "results", tap);
    connection.closeHandler(closed -> open = false);
    // Without a handler the client prints the whole error, which may hold values.
    connection.exceptionHandler(failure -> open = false);
  }

  public final T tap() {
    return tap;
  }

  public final boolean isOpen() {
    return open;
  }

  /** Whether it may be used for another statement. */
  public final boolean isFresh() {
    return open && System.nanoTime() - openedNanos < MAX_AGE.toNanos();
  }

  /**
   * Begins the read-only transaction that a statement runs in.
   *
   * @param timeoutMillis told to the server
   * @param rows that the statement may answer, where the server can be told
   */
  public abstract Future<Void> begin(long timeoutMillis, long rows);

  /** Runs commands of our own that return no rows. */
  public final Future<Void> run(String commands) {
    return connection.query(commands).execute().mapEmpty();
  }

  /** Runs a query of our own. */
  public final Future<List<Row>> rows(String query) {
    return query(query)
        .execute()
        .map(found -> {
          List<Row> rows = new ArrayList<>(found.size());
          found.forEach(rows::add);
          return rows;
        });
  }

  /** In the form whose answer the tap lets through to the client. */
  protected abstract Query<RowSet<Row>> query(String query);

  /** Prepares exactly one statement; the server refuses more than one. */
  public final Future<PreparedStatement> prepare(String sql) {
    tap.expectPrepared();
    return connection.prepare(sql);
  }

  /** Ends a session that awaits no answer. */
  public abstract Future<Void> close();

  /** Says goodbye, so that the server notes no lost client. */
  protected final Future<Void> leave() {
    end();
    return connection.close();
  }

  /** Ends a session that still awaits an answer: the client would wait for it to say goodbye. */
  protected final Future<Void> hangUp() {
    end();
    return socket.close();
  }

  private void end() {
    open = false;
    tap.reading(true);
  }
}

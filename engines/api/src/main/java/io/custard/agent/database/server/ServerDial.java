package io.custard.agent.database.server;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseAddress.TlsMode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.Set;

/** How a server is dialled: what every client is told, and how long a session may take to open. */
public final class ServerDial {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int RECEIVE_BYTES = 256 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Vertx vertx;
  private final DatabaseAddress address;
  private final ServerFailures failures;

  public ServerDial(Vertx vertx, DatabaseAddress address, ServerFailures failures) {
    this.vertx = vertx;
    this.address = address;
    this.failures = failures;
  }

  /** Fills in where the server is and who logs in; whether TLS is used is for the caller to set. */
  public <O extends SqlConnectOptions> O fill(O options) {
    options
        .setHost(address.host())
        .setPort(address.port())
        .setDatabase(address.name())
        .setUser(address.user())
        .setPassword(address.password())
        .setCachePreparedStatements(false);
    options.setConnectTimeout(CONNECT_MILLIS);
    options.setTcpKeepAlive(true);
    // Rows that nobody takes must stop the server soon, not fill the system's memory first.
    options.setReceiveBufferSize(RECEIVE_BYTES);
    // As the servers' own clients: encrypted, the certificate is not verified.
    options.setTrustAll(true).setHostnameVerificationAlgorithm("");
    return options;
  }

  /** On loopback there is nobody to hide from, and asking for TLS costs a connection. */
  public TlsMode tls() {
    boolean isNeedless = address.tls() == TlsMode.PREFER && LOOPBACK.contains(address.host());
    return isNeedless ? TlsMode.DISABLE : address.tls();
  }

  /**
   * The session, unless it is late; on failure a sentence that names what is wrong.
   *
   * @param opening a session that has answered when it completes
   */
  public <S extends ServerSession<?>> Future<S> inTime(Future<S> opening) {
    Promise<S> opened = Promise.promise();
    long deadline = vertx.setTimer(2L * CONNECT_MILLIS, late -> opened.tryFail(failures.silent()));
    opening.onComplete(result -> {
      vertx.cancelTimer(deadline);
      if (result.failed()) {
        opened.tryFail(failures.connecting(result.cause()));
      } else if (!opened.tryComplete(result.result())) {
        result.result().close();
      }
    });
    return opened.future();
  }
}

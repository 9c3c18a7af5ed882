package io.custard.agent.database.postgresql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.util.Set;

/** Opens sessions, each within a deadline, and says what is wrong when it cannot. */
final class PgConnector {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int RECEIVE_BYTES = 256 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Vertx vertx;
  private final DatabaseAddress address;
  private final PgFailures failures;
  private final PgConnectOptions options;

  PgConnector(Vertx vertx, DatabaseAddress address, PgFailures failures) {
    this.vertx = vertx;
    this.address = address;
    this.failures = failures;
    this.options = options(address);
  }

  private static PgConnectOptions options(DatabaseAddress address) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.name())
            .setUser(address.user())
            .setPassword(address.password())
            .setCachePreparedStatements(false)
            .addProperty("application_name", "custard-agent")
            .setSslMode(sslMode(address));
    options.setConnectTimeout(CONNECT_MILLIS);
    options.setTcpKeepAlive(true);
    // Rows that nobody takes must stop the server soon, not fill the system's memory first.
    options.setReceiveBufferSize(RECEIVE_BYTES);
    // As libpq with sslmode=prefer or require: encrypted, the certificate is not verified.
    options.setTrustAll(true).setHostnameVerificationAlgorithm("");
    return options;
  }

  /** On loopback there is nobody to hide from, and asking for TLS costs a connection. */
  private static SslMode sslMode(DatabaseAddress address) {
    return switch (address.tls()) {
      case DISABLE -> SslMode.DISABLE;
      case PREFER -> LOOPBACK.contains(address.host()) ? SslMode.DISABLE : SslMode.PREFER;
      case REQUIRE -> SslMode.REQUIRE;
    };
  }

  /** A new session; on failure a sentence that names what is wrong. */
  Future<PgSession> connect() {
    Promise<PgSession> opened = Promise.promise();
    long deadline =
        vertx.setTimer(
            2L * CONNECT_MILLIS,
            late ->
                opened.tryFail(
                    new CustardException(
                        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
                        "The server at %s:%d takes the connection but does not answer as PostgreSQL;"
                                .formatted(address.host(), address.port())
                            + " check host and port.")));
    PgConnection.connect(vertx, options)
        .map(PgSession::over)
        .compose(PgSession::makeReady)
        .onComplete(result -> {
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

package io.custard.agent.database.mysql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.SslMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens read-only sessions, each within a deadline, and says what is wrong when it cannot. */
final class MySqlConnector {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int RECEIVE_BYTES = 256 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Vertx vertx;
  private final DatabaseAddress address;
  private final MySqlFailures failures;
  private final MySQLConnectOptions options;

  /** Those of the optional settings that this server takes; found out by the first session. */
  private @Nullable List<String> extras;

  MySqlConnector(Vertx vertx, DatabaseAddress address, MySqlFailures failures) {
    this.vertx = vertx;
    this.address = address;
    this.failures = failures;
    this.options = options(address);
  }

  private static MySQLConnectOptions options(DatabaseAddress address) {
    MySQLConnectOptions options =
        new MySQLConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.name())
            .setUser(address.user())
            .setPassword(address.password())
            .setCharset("utf8mb4")
            .setCachePreparedStatements(false)
            .addProperty("program_name", "custard-agent")
            .setSslMode(sslMode(address));
    options.setConnectTimeout(CONNECT_MILLIS);
    options.setTcpKeepAlive(true);
    // Rows that nobody takes must stop the server soon, not fill the system's memory first.
    options.setReceiveBufferSize(RECEIVE_BYTES);
    // As the server's own client: encrypted, the certificate is not verified.
    options.setTrustAll(true).setHostnameVerificationAlgorithm("");
    return options;
  }

  /** On loopback there is nobody to hide from, and asking for TLS costs a connection. */
  private static SslMode sslMode(DatabaseAddress address) {
    return switch (address.tls()) {
      case DISABLE -> SslMode.DISABLED;
      case PREFER -> LOOPBACK.contains(address.host()) ? SslMode.DISABLED : SslMode.PREFERRED;
      case REQUIRE -> SslMode.REQUIRED;
    };
  }

  /** A new session that can only read; on failure a sentence that names what is wrong. */
  Future<MySqlSession> connect() {
    return raw()
        .compose(session ->
            restricted(session)
                .recover(failure ->
                    session
                        .close(false)
                        .transform(closed -> Future.failedFuture(failures.connecting(failure)))));
  }

  private Future<MySqlSession> raw() {
    Promise<MySqlSession> opened = Promise.promise();
    long deadline = vertx.setTimer(2L * CONNECT_MILLIS, late -> opened.tryFail(silent()));
    MySQLConnection.connect(vertx, options)
        .map(MySqlSession::over)
        .compose(MySqlSession::greet)
        .onComplete(result -> {
          vertx.cancelTimer(deadline);
          if (result.failed()) {
            opened.tryFail(failures.connecting(result.cause()));
          } else if (!opened.tryComplete(result.result())) {
            result.result().close(false);
          }
        });
    return opened.future();
  }

  private CustardException silent() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The server at %s:%d takes the connection but does not answer as MySQL; check host and port."
            .formatted(address.host(), address.port()));
  }

  private Future<MySqlSession> restricted(MySqlSession session) {
    Flavor flavor = session.flavor();
    if (!flavor.isSupported()) {
      return Future.failedFuture(
          new CustardException(
              ErrorCode.AGENT_DATABASE_UNAVAILABLE,
              "The server is %s; MySQL 5.7.8 or MariaDB 10.2 is the oldest that can be read safely."
                  .formatted(flavor.title())));
    }
    return session
        .run(SessionSettings.READ_ONLY)
        .compose(readOnly -> session.run(SessionSettings.fixed(flavor)))
        .compose(fixed -> bound(session))
        .compose(bounded -> session.rows("SELECT @@SESSION.sql_mode AS mode"))
        .compose(rows ->
            SessionSettings.isMode(flavor, rows.getFirst().getString("mode"))
                ? Future.succeededFuture(session)
                : Future.failedFuture(strangeMode()));
  }

  private static CustardException strangeMode() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The server does not keep the sql_mode that statements are judged for; look for an"
            + " init_connect or a proxy that changes it.");
  }

  private Future<Void> bound(MySqlSession session) {
    List<String> known = extras;
    if (known != null) {
      return known.isEmpty() ? Future.succeededFuture() : session.run(SessionSettings.set(known));
    }
    List<String> taken = new ArrayList<>();
    Future<Void> tried = Future.succeededFuture();
    for (String setting : SessionSettings.optional(session.flavor())) {
      tried =
          tried.compose(before ->
              session
                  .run(SessionSettings.set(List.of(setting)))
                  .onSuccess(set -> taken.add(setting))
                  .otherwiseEmpty());
    }
    return tried.onSuccess(done -> extras = List.copyOf(taken));
  }

  /** Stops what a session runs, and the session, over another connection. */
  Future<Void> kill(MySqlSession session) {
    return raw()
        .compose(other ->
            other
                .run("KILL " + session.id())
                .otherwiseEmpty()
                .compose(killed -> other.close(false)));
  }
}

package io.custard.agent.database.mysql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.server.ServerDial;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.SslMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens read-only sessions on servers that are new enough, and stops what they run. */
final class MySqlConnector {
  private final Vertx vertx;
  private final ServerDial dial;
  private final MySqlFailures failures;
  private final MySQLConnectOptions options;

  /** Those of the optional settings that this server takes; found out by the first session. */
  private @Nullable List<String> extras;

  MySqlConnector(Vertx vertx, DatabaseAddress address, MySqlFailures failures) {
    this.vertx = vertx;
    this.dial = new ServerDial(vertx, address, failures);
    this.failures = failures;
    this.options =
        dial.fill(new MySQLConnectOptions())
            .setCharset("utf8mb4")
            .addProperty("program_name", "custard-agent")
            .setSslMode(sslMode(dial));
  }

  private static SslMode sslMode(ServerDial dial) {
    return switch (dial.tls()) {
      case DISABLE -> SslMode.DISABLED;
      case PREFER -> SslMode.PREFERRED;
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
                        .close()
                        .transform(closed -> Future.failedFuture(failures.connecting(failure)))));
  }

  private Future<MySqlSession> raw() {
    return dial.inTime(
        MySQLConnection.connect(vertx, options)
            .map(MySqlSession::new)
            .compose(MySqlSession::greet));
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
            other.run("KILL " + session.id()).otherwiseEmpty().compose(killed -> other.close()));
  }
}

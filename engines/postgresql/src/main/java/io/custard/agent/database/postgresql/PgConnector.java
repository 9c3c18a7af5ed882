package io.custard.agent.database.postgresql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.server.ServerDial;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;

/** Opens sessions that are ready for statements. */
final class PgConnector {
  private final Vertx vertx;
  private final ServerDial dial;
  private final PgConnectOptions options;

  PgConnector(Vertx vertx, DatabaseAddress address, PgFailures failures) {
    this.vertx = vertx;
    this.dial = new ServerDial(vertx, address, failures);
    this.options =
        dial.fill(new PgConnectOptions())
            .addProperty("application_name", "custard-agent")
            .setSslMode(sslMode(dial));
  }

  private static SslMode sslMode(ServerDial dial) {
    return switch (dial.tls()) {
      case DISABLE -> SslMode.DISABLE;
      case PREFER -> SslMode.PREFER;
      case REQUIRE -> SslMode.REQUIRE;
    };
  }

  /** A new session; on failure a sentence that names what is wrong. */
  Future<PgSession> connect() {
    return dial.inTime(
        PgConnection.connect(vertx, options).map(PgSession::new).compose(PgSession::makeReady));
  }
}

package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;

/** Looks at what the role may do beyond reading. It tells; the session layer prevents. */
final class RoleCheck {
  private static final String VERSION =
      """
      SELECT current_setting('server_version') AS version,
        current_setting('server_version_num') AS number\
      """;

  private RoleCheck() {}

  /** Changes the session's search path, so that every name it reads is a whole one. */
  static Future<Checkup> run(PgSession session) {
    return session
        .run("SET search_path = ''")
        .compose(set -> session.rows(VERSION))
        .compose(rows -> findings(session, rows.getFirst()));
  }

  private static Future<Checkup> findings(PgSession session, Row server) {
    String version = server.getString("version");
    return RoleFindings.of(session, Integer.parseInt(server.getString("number")))
        .compose(findings ->
            findings.isEmpty()
                ? Future.succeededFuture(Checkup.clean(version))
                : RoleRepair.of(session).map(repair -> new Checkup(version, findings, repair)));
  }
}

package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Looks at what the role may do beyond reading. It warns; the session layer prevents. */
final class RoleCheck {
  private static final String QUERY =
      """
      SELECT current_setting('server_version') AS version,
        pg_catalog.quote_ident(current_database()) AS quoted_database, r.rolsuper::text AS superuser,
        r.rolcreaterole::text AS creates_roles, r.rolcreatedb::text AS creates_databases,
        (SELECT count(*) > 0 FROM pg_catalog.pg_roles p
          WHERE p.rolname IN ('pg_read_server_files', 'pg_write_server_files',
            'pg_execute_server_program') AND pg_catalog.pg_has_role(p.oid, 'USAGE'))::text AS files,
        (SELECT count(*) FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
            AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            AND pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
        )::text AS writable
      FROM pg_catalog.pg_roles r WHERE r.rolname = current_user\
      """;

  private RoleCheck() {}

  static Future<Checkup> run(PgSession session) {
    return session.rows(QUERY).map(rows -> checkup(rows.getFirst()));
  }

  private static Checkup checkup(Row role) {
    List<String> findings = findings(role);
    return new Checkup(
        role.getString("version"), findings, findings.isEmpty() ? null : repair(role));
  }

  private static List<String> findings(Row role) {
    if (isTrue(role, "superuser")) {
      return List.of("The role is a superuser.");
    }
    List<String> findings = new ArrayList<>();
    long writable = Long.parseLong(role.getString("writable"));
    if (writable > 0) {
      findings.add(
          "The role can write to %d table%s.".formatted(writable, writable == 1 ? "" : "s"));
    }
    if (isTrue(role, "creates_roles")) {
      findings.add("The role can create roles.");
    }
    if (isTrue(role, "creates_databases")) {
      findings.add("The role can create databases.");
    }
    if (isTrue(role, "files")) {
      findings.add("The role can reach the server's files or programs.");
    }
    return findings;
  }

  private static String repair(Row role) {
    return """
    CREATE ROLE custard_reader LOGIN PASSWORD %s;
    GRANT CONNECT ON DATABASE %s TO custard_reader;
    GRANT USAGE ON SCHEMA public TO custard_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO custard_reader;
    """
        .formatted(Checkup.PASSWORD, role.getString("quoted_database"));
  }

  private static boolean isTrue(Row role, String column) {
    return role.getString(column).startsWith("t");
  }
}

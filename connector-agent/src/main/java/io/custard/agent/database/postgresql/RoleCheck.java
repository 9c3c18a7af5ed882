package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what the role may do beyond reading. It warns; the session layer prevents. */
final class RoleCheck {
  private static final String QUERY =
      """
      SELECT current_setting('server_version') AS version, r.rolsuper::text AS superuser,
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
    return session
        .rows(QUERY)
        .map(rows -> new Checkup(rows.getFirst().getString("version"), warning(rows.getFirst())));
  }

  private static @Nullable String warning(Row role) {
    if (isTrue(role, "superuser")) {
      return "The role is a superuser; give the agent a role that may only read.";
    }
    List<String> powers = new ArrayList<>();
    long writable = Long.parseLong(role.getString("writable"));
    if (writable > 0) {
      powers.add("write to %d table%s".formatted(writable, writable == 1 ? "" : "s"));
    }
    if (isTrue(role, "creates_roles")) {
      powers.add("create roles");
    }
    if (isTrue(role, "creates_databases")) {
      powers.add("create databases");
    }
    if (isTrue(role, "files")) {
      powers.add("reach the server's files or programs");
    }
    return powers.isEmpty()
        ? null
        : "The role can %s; give the agent a role that may only read."
            .formatted(String.join(" and ", powers));
  }

  private static boolean isTrue(Row role, String column) {
    return role.getString(column).startsWith("t");
  }
}

package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import java.util.stream.Collectors;

/**
 * The statements that make a role which reads what the present role can read in this database, and
 * nothing else. They also take from PUBLIC what every role would inherit, since nothing can be
 * taken from one role that all have.
 */
final class RoleRepair {
  private static final String QUERY =
      """
      WITH name AS (
        SELECT min(reader) AS reader FROM (SELECT 'custard_reader' || suffix AS reader
          FROM (SELECT '' AS suffix UNION ALL SELECT '_' || n FROM generate_series(2, 99) n) s) r
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r.reader)),
      database AS (
        SELECT oid, quote_ident(datname) AS name FROM pg_database
        WHERE datname = current_database()),
      schema AS (
        SELECT oid, nspname, quote_ident(nspname) AS name FROM pg_namespace
        WHERE nspname !~ '^pg_(toast|temp)'),
      relation AS (
        SELECT c.oid, c.relkind, c.relowner, s.name AS schema,
          s.name || '.' || quote_ident(c.relname) AS name,
          c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition AS shown,
          c.relkind IN ('r', 'p', 'f', 'v', 'm') AND has_schema_privilege(s.oid, 'USAGE')
            AND has_table_privilege(c.oid, 'SELECT') AS readable
        FROM pg_class c JOIN schema s ON s.oid = c.relnamespace
        WHERE s.nspname NOT IN ('pg_catalog', 'information_schema')),
      used AS (
        SELECT schema, bool_and(readable) AS whole FROM relation WHERE shown
        GROUP BY schema HAVING bool_or(readable)),
      single AS (
        SELECT r.name, row_number() OVER (ORDER BY r.name) AS n FROM relation r
        JOIN used USING (schema) WHERE r.shown AND r.readable AND NOT used.whole),
      list AS (
        SELECT reader, string_agg(schema, ', ' ORDER BY schema) AS used,
          string_agg(schema, ', ' ORDER BY schema) FILTER (WHERE whole) AS whole,
          (SELECT string_agg(name, ', ' ORDER BY n) FROM single WHERE n <= %2$d) AS single,
          (SELECT count(*) - %2$d FROM single) AS more,
          (SELECT string_agg(DISTINCT quote_ident(o.rolname), ', ') FROM relation r
            JOIN used USING (schema) JOIN pg_roles o ON o.oid = r.relowner
            WHERE r.shown AND used.whole) AS owners
        FROM name LEFT JOIN used ON true GROUP BY reader),
      function AS (
        SELECT quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '('
          || pg_get_function_identity_arguments(p.oid) || ')' AS name
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE (%3$s OR %4$s OR %5$s) AND has_function_privilege('public', p.oid, 'EXECUTE')),
      line (place, text) AS (
        SELECT 1, '-- By a superuser, or by who owns the database and its tables. Choose a password.'
        UNION ALL SELECT 2, 'BEGIN;'
        UNION ALL
        SELECT 3, 'CREATE ROLE ' || reader || ' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION'
          || ' NOBYPASSRLS NOINHERIT' || chr(10) || '  CONNECTION LIMIT 20 LOGIN PASSWORD '
          || $password$%1$s$password$ || ';' FROM list
        UNION ALL
        SELECT 4, 'GRANT CONNECT ON DATABASE ' || d.name || ' TO ' || reader || ';'
        FROM list, database d
        UNION ALL
        SELECT 5, 'GRANT USAGE ON SCHEMA ' || used || ' TO ' || reader || ';' FROM list
        UNION ALL
        SELECT 6, 'GRANT SELECT ON ALL TABLES IN SCHEMA ' || whole || ' TO ' || reader || ';'
        FROM list
        UNION ALL
        SELECT 7, 'ALTER DEFAULT PRIVILEGES FOR ROLE ' || owners || ' IN SCHEMA ' || whole
          || ' GRANT SELECT ON TABLES TO ' || reader || ';' FROM list
        UNION ALL
        SELECT 8, 'GRANT SELECT ON ' || single || ' TO ' || reader || ';' FROM list
        UNION ALL
        SELECT 9, '-- Grant SELECT on ' || more || ' more tables in the same way.'
        FROM list WHERE more > 0
        UNION ALL
        SELECT 10, 'ALTER ROLE ' || reader || ' SET ' || s || ';' FROM list, unnest(ARRAY[
          'default_transaction_read_only = on', $$statement_timeout = '5min'$$,
          $$lock_timeout = '10s'$$, $$idle_in_transaction_session_timeout = '10min'$$]) s
        UNION ALL
        SELECT 20, 'REVOKE ' || p || ' ON DATABASE ' || d.name || ' FROM PUBLIC;'
        FROM database d, unnest(ARRAY['CREATE', 'TEMPORARY']) p
        WHERE has_database_privilege('public', d.oid, p)
        UNION ALL
        SELECT 21, 'REVOKE CREATE ON SCHEMA ' || string_agg(name, ', ' ORDER BY name)
          || ' FROM PUBLIC;'
        FROM schema WHERE has_schema_privilege('public', oid, 'CREATE')
        UNION ALL
        SELECT 22, 'REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON '
          || string_agg(name, ', ' ORDER BY name) || ' FROM PUBLIC;'
        FROM relation WHERE relkind IN ('r', 'p', 'f', 'v')
          AND (has_table_privilege('public', oid, 'DELETE, TRUNCATE, TRIGGER')
            OR has_any_column_privilege('public', oid, 'INSERT, UPDATE, REFERENCES'))
        UNION ALL
        SELECT 23, 'REVOKE USAGE, UPDATE ON SEQUENCE ' || string_agg(name, ', ' ORDER BY name)
          || ' FROM PUBLIC;'
        FROM relation WHERE CASE WHEN relkind = 'S'
          THEN has_sequence_privilege('public', oid, 'USAGE, UPDATE') END
        UNION ALL
        SELECT 24, 'REVOKE EXECUTE ON ROUTINE ' || string_agg(name, ', ' ORDER BY name)
          || ' FROM PUBLIC;'
        FROM function
        UNION ALL SELECT 30, 'COMMIT;'
        UNION ALL
        SELECT 31, '-- Only a superuser may say this; without one, leave it out.'
        UNION ALL
        SELECT 32, 'ALTER ROLE ' || reader || ' SET temp_file_limit = $$1GB$$;' FROM list),
      note AS (
        SELECT 19, '-- PUBLIC is every role: grant it back to those who need it.'
        FROM line WHERE place BETWEEN 20 AND 29 AND text IS NOT NULL LIMIT 1)
      SELECT text FROM (SELECT * FROM line UNION ALL SELECT * FROM note) l
      WHERE text IS NOT NULL ORDER BY place, text\
      """
          .formatted(
              Checkup.PASSWORD,
              500, // tables named one by one
              RoleFindings.LARGE_OBJECTS,
              RoleFindings.REACHING_OUT,
              RoleFindings.WITHHELD);

  private RoleRepair() {}

  /** Reads them on a session whose search path is empty. */
  static Future<String> of(PgSession session) {
    return session
        .rows(QUERY)
        .map(rows ->
            rows.stream().map(row -> row.getString("text") + "\n").collect(Collectors.joining()));
  }
}

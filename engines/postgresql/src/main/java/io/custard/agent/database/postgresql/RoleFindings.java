package io.custard.agent.database.postgresql;

import io.vertx.core.Future;
import java.util.List;

/**
 * What the role may do beyond reading, one sentence for each kind. It looks at the role and at
 * every role it is a member of, because {@code SET ROLE} reaches those too; of a superuser it says
 * only that.
 */
final class RoleFindings {
  /** Functions of pg_proc {@code p} that a reading role has no use for; three kinds. */
  static final String LARGE_OBJECTS =
      """
      p.pronamespace = 'pg_catalog'::regnamespace
        AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea')\
      """;

  static final String REACHING_OUT =
      """
      p.prorettype <> 'trigger'::regtype AND EXISTS (SELECT FROM pg_depend d
        JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
        WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
          AND e.extname IN ('adminpack', 'aws_lambda', 'aws_s3', 'azure_storage', 'dblink', 'http',
            'pg_background', 'pg_cron', 'pg_net', 'plsh'))\
      """;

  /** Those that PostgreSQL or an extension withheld from PUBLIC when it was installed. */
  static final String WITHHELD =
      """
      EXISTS (SELECT FROM pg_init_privs i
        WHERE i.objoid = p.oid AND i.classoid = 'pg_proc'::regclass
          AND NOT EXISTS (SELECT FROM aclexplode(i.initprivs) a WHERE a.grantee = 0))\
      """;

  private static final String POWERS =
      """
      WITH me AS (SELECT oid, rolsuper FROM pg_roles WHERE rolname = current_user),
      role AS (
        SELECT r.* FROM me JOIN pg_roles r
          ON r.oid = me.oid OR NOT me.rolsuper AND pg_has_role(me.oid, r.oid, 'MEMBER')),
      relation AS (
        SELECT c.oid, c.relkind, c.relacl, c.relowner,
          quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT (SELECT rolsuper FROM me) AND NOT c.relispartition
          AND n.nspname !~ '^pg_(catalog|toast|temp)' AND n.nspname <> 'information_schema'),
      function AS (
        SELECT p.proname, k.does, k.noun, p.oid FROM pg_proc p, LATERAL (VALUES
          (8, %s, 'may make large objects with', 'function'),
          (9, %s, 'may reach beyond the database with', 'function'),
          (10, %s, 'may call', 'administrative function')) k (place, holds, does, noun)
        WHERE k.holds AND NOT (SELECT rolsuper FROM me)),
      power (place, does, noun, name) AS (
        SELECT 1, CASE WHEN r.oid = me.oid THEN '' ELSE
            'is a member of ' || quote_ident(r.rolname) || ', which ' END || d.does, NULL, NULL
        FROM me, role r, LATERAL (VALUES
          (r.rolsuper, 'is a superuser'), (r.rolcreaterole, 'may create roles'),
          (r.rolcreatedb, 'may create databases'), (r.rolreplication, 'may replicate the server'),
          (r.rolbypassrls, 'reads past row security')) d (holds, does)
        WHERE d.holds AND (NOT r.rolsuper OR d.does = 'is a superuser')
        UNION ALL
        SELECT 2, 'is a member of', 'powerful role', r.rolname
        FROM role r WHERE r.rolname ~ '^pg_' AND r.rolname <> 'pg_database_owner'
        UNION ALL
        SELECT 3, 'may write to', 'table', c.name || CASE WHEN EXISTS (
              SELECT FROM aclexplode(c.relacl) a WHERE a.grantee IN (0, (SELECT oid FROM me))
                AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')) THEN ''
            ELSE coalesce((SELECT ' (as ' || min(quote_ident(r.rolname)) || ')'
              FROM role r, me WHERE r.oid <> me.oid AND (
                has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER')
                OR has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE, REFERENCES'))), '') END
        FROM relation c WHERE c.relkind IN ('r', 'p', 'f', 'v') AND EXISTS (SELECT FROM role r
          WHERE has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER')
            OR has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE, REFERENCES'))
        UNION ALL
        SELECT 4, 'may advance', 'sequence', c.name
        FROM relation c WHERE EXISTS (SELECT FROM role r WHERE CASE WHEN c.relkind = 'S'
          THEN has_sequence_privilege(r.oid, c.oid, 'USAGE, UPDATE') END)
        UNION ALL
        SELECT 5, 'owns', 'relation', c.name
        FROM relation c JOIN role r ON r.oid = c.relowner
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
        UNION ALL
        SELECT 6, 'may create objects in', 'schema', quote_ident(n.nspname)
        FROM me, pg_namespace n WHERE NOT me.rolsuper AND n.nspname !~ '^pg_(toast|temp)'
          AND EXISTS (SELECT FROM role r WHERE has_schema_privilege(r.oid, n.oid, 'CREATE'))
        UNION ALL
        SELECT 7, d.does, NULL, NULL FROM me, pg_database b, LATERAL (VALUES
          ('OWNER', 'owns the database'), ('CREATE', 'may create schemas'),
          ('TEMPORARY', 'may create temporary tables')) d (privilege, does)
        WHERE NOT me.rolsuper AND b.datname = current_database() AND EXISTS (
          SELECT FROM role r WHERE CASE WHEN d.privilege = 'OWNER' THEN r.oid = b.datdba
            ELSE has_database_privilege(r.oid, b.oid, d.privilege) END)
        UNION ALL
        SELECT 8, f.does, f.noun, f.proname FROM function f
        WHERE EXISTS (SELECT FROM role r WHERE has_function_privilege(r.oid, f.oid, 'EXECUTE'))
        UNION ALL
        SELECT 9, 'may read the passwords in', 'catalogue', c.relname
        FROM me, pg_class c WHERE NOT me.rolsuper
          AND c.oid IN ('pg_authid'::regclass, 'pg_shadow'::regclass)
          AND EXISTS (SELECT FROM role r WHERE has_table_privilege(r.oid, c.oid, 'SELECT'))
      """
          .formatted(LARGE_OBJECTS, REACHING_OUT, WITHHELD);

  private static final String SENTENCES =
      """
      )
      SELECT 'The role ' || does || coalesce(' ' || count(DISTINCT name) || ' ' || noun
          || CASE WHEN count(DISTINCT name) > 1 THEN 's' ELSE '' END || ': '
          || array_to_string((array_agg(DISTINCT name ORDER BY name))[1:5], ', ')
          || CASE WHEN count(DISTINCT name) > 5
            THEN ' and ' || count(DISTINCT name) - 5 || ' more' ELSE '' END, '') || '.' AS finding
      FROM power GROUP BY place, does, noun ORDER BY place, does\
      """;

  /** Rights to parameters that only superusers may set otherwise, since PostgreSQL 15. */
  private static final String PARAMETERS =
      """
      UNION ALL
      SELECT 10, 'may change', 'server setting', a.parname
      FROM me, pg_parameter_acl a WHERE NOT me.rolsuper AND EXISTS (SELECT FROM role r
        WHERE has_parameter_privilege(r.oid, a.parname, 'ALTER SYSTEM')
          OR a.parname <> 'temp_file_limit' AND has_parameter_privilege(r.oid, a.parname, 'SET'))\
      """;

  private RoleFindings() {}

  /** Reads them on a session whose search path is empty. */
  static Future<List<String>> of(PgSession session, int version) {
    String query = POWERS + (version >= 150_000 ? PARAMETERS : "") + SENTENCES;
    return session
        .rows(query)
        .map(rows -> rows.stream().map(row -> row.getString("finding")).toList());
  }
}

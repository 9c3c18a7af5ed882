package io.custard.agent.database.postgresql;

import java.util.List;
import java.util.stream.Collectors;

/** What is asked of the catalogue. Only what the role may read is described. */
final class CatalogQueries {
  private CatalogQueries() {}

  /** Partitions stand behind their table; what an extension brings is not the customer's. */
  static String tables(int limit) {
    return """
    SELECT c.oid::text AS oid, n.nspname::text AS schema, c.relname::text AS name,
      c.relkind::text AS kind, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
      (CASE WHEN c.relkind = 'v' THEN -1 ELSE c.reltuples::bigint END)::text AS estimate
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
      AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
        AND d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid)
    ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
    LIMIT %d\
    """
        .formatted(limit);
  }

  static String columns(List<String> tables) {
    return """
    SELECT a.attrelid::text AS table_oid, a.attname::text AS name,
      pg_catalog.format_type(a.atttypid, a.atttypmod) AS native_type,
      (NOT (a.attnotnull OR t.typnotnull))::text AS nullable,
      pg_catalog.col_description(a.attrelid, a.attnum) AS comment,
    """
        + TypeLookup.TRAITS
        + """

        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        """
        + TypeLookup.ELEMENT
        + """

        WHERE a.attrelid IN (%s) AND a.attnum > 0 AND NOT a.attisdropped
          AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
        ORDER BY a.attrelid, a.attnum\
        """
            .formatted(list(tables));
  }

  static String keys(List<String> tables) {
    return """
    SELECT k.conrelid::text AS table_oid, k.contype::text AS kind,
      n.nspname::text AS referenced_schema, r.relname::text AS referenced_table,
    """
        + names("k.conrelid", "k.conkey")
        + " AS columns, "
        + names("k.confrelid", "k.confkey")
        + """
         AS referenced_columns
        FROM pg_catalog.pg_constraint k
          LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
          LEFT JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
        WHERE k.conrelid IN (%s) AND k.contype IN ('p', 'f') AND k.conparentid = 0
        ORDER BY k.conrelid, k.conname COLLATE "C"\
        """
            .formatted(list(tables));
  }

  private static String names(String table, String numbers) {
    return """
    (SELECT pg_catalog.json_agg(a.attname ORDER BY u.i)::text
      FROM pg_catalog.unnest(%s) WITH ORDINALITY u(n, i)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = %s AND a.attnum = u.n)\
    """
        .formatted(numbers, table);
  }

  private static String list(List<String> oids) {
    return oids.stream()
        .map(oid -> String.valueOf(Long.parseLong(oid)))
        .collect(Collectors.joining(","));
  }
}

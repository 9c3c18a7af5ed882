package io.custard.agent.database.mysql;

/** What is asked of {@code information_schema}, which shows only what the account may see. */
final class CatalogQueries {
  private static final String OURS =
      "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

  private CatalogQueries() {}

  static String tables(int limit) {
    return """
    SELECT t.TABLE_SCHEMA AS table_schema, t.TABLE_NAME AS table_name, t.TABLE_TYPE AS kind,
      t.TABLE_COMMENT AS comment, CAST(t.TABLE_ROWS AS SIGNED) AS estimate
    FROM information_schema.TABLES t
    WHERE t.TABLE_SCHEMA %s AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
    ORDER BY CAST(t.TABLE_SCHEMA AS BINARY), CAST(t.TABLE_NAME AS BINARY) LIMIT %d\
    """
        .formatted(OURS, limit);
  }

  static String columns(String schema) {
    return """
    SELECT c.TABLE_NAME AS table_name, c.COLUMN_NAME AS name, c.DATA_TYPE AS data_type,
      c.COLUMN_TYPE AS column_type, c.IS_NULLABLE AS nullable, c.COLUMN_COMMENT AS comment
    FROM information_schema.COLUMNS c
    WHERE c.TABLE_SCHEMA = %s AND c.PRIVILEGES LIKE '%%select%%'
    ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION\
    """
        .formatted(literal(schema));
  }

  static String keys(String schema) {
    return """
    SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, k.COLUMN_NAME AS name,
      k.REFERENCED_TABLE_SCHEMA AS referenced_schema, k.REFERENCED_TABLE_NAME AS referenced_table,
      k.REFERENCED_COLUMN_NAME AS referenced_column
    FROM information_schema.KEY_COLUMN_USAGE k
    WHERE k.TABLE_SCHEMA = %s
      AND (k.CONSTRAINT_NAME = 'PRIMARY' OR k.REFERENCED_TABLE_NAME IS NOT NULL)
    ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION\
    """
        .formatted(literal(schema));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}

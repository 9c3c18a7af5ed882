package io.custard.agent.database.duckdb;

import io.custard.agent.database.Database;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Reads the schema from the database's own catalogue. */
final class DuckCatalog {
  private static final String OWN = "database_name = current_database() AND NOT internal";

  private static final String TABLES =
      """
      SELECT * FROM (
        SELECT table_oid AS id, schema_name, table_name AS name, 'table' AS kind, comment,
          estimated_size AS estimate FROM duckdb_tables() WHERE %1$s
        UNION ALL
        SELECT view_oid, schema_name, view_name, 'view', comment, -1
          FROM duckdb_views() WHERE %1$s)
      ORDER BY schema_name, name LIMIT %2$d\
      """
          .formatted(OWN, Database.MAX_TABLES);

  private static final String COLUMNS =
      """
      SELECT schema_name || '.' || table_name AS owner, column_name, data_type, is_nullable, comment
      FROM duckdb_columns() WHERE %s ORDER BY table_oid, column_index\
      """
          .formatted(OWN);

  private static final String KEYS =
      """
      SELECT schema_name || '.' || table_name AS owner, schema_name, constraint_type,
        constraint_column_names, referenced_table, referenced_column_names
      FROM duckdb_constraints() WHERE database_name = current_database()
        AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
      ORDER BY table_oid, constraint_index\
      """;

  private final DuckDBConnection connection;
  private final Map<String, List<Column>> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
  private final Map<String, List<ForeignKey>> foreignKeys = new LinkedHashMap<>();

  DuckCatalog(DuckDBConnection connection) {
    this.connection = connection;
  }

  List<TableDescription> tables() throws SQLException {
    readColumns();
    readKeys();
    List<TableDescription> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(table(rows));
      }
    }
    return tables;
  }

  private TableDescription table(ResultSet row) throws SQLException {
    String schema = row.getString("schema_name");
    String name = row.getString("name");
    String owner = schema + "." + name;
    return new TableDescription(
        schema,
        name,
        row.getString("kind").equals("view") ? TableDescription.VIEW : TableDescription.TABLE,
        row.getString("comment"),
        row.getLong("estimate"),
        columns.getOrDefault(owner, List.of()),
        primaryKeys.getOrDefault(owner, List.of()),
        foreignKeys.getOrDefault(owner, List.of()));
  }

  private void readColumns() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        String type = rows.getString("data_type");
        columns
            .computeIfAbsent(rows.getString("owner"), first -> new ArrayList<>())
            .add(
                new Column(
                    rows.getString("column_name"),
                    DuckTypes.of(type),
                    type,
                    rows.getBoolean("is_nullable"),
                    rows.getString("comment")));
      }
    }
  }

  /** A foreign key of DuckDB stays within its schema. */
  private void readKeys() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KEYS)) {
      while (rows.next()) {
        String owner = rows.getString("owner");
        List<String> own = names(rows.getArray("constraint_column_names"));
        if (rows.getString("constraint_type").equals("PRIMARY KEY")) {
          primaryKeys.put(owner, own);
        } else {
          foreignKeys
              .computeIfAbsent(owner, first -> new ArrayList<>())
              .add(
                  new ForeignKey(
                      own,
                      rows.getString("schema_name"),
                      rows.getString("referenced_table"),
                      names(rows.getArray("referenced_column_names"))));
        }
      }
    }
  }

  private static List<String> names(Array names) throws SQLException {
    return Arrays.stream((Object[]) names.getArray()).map(String::valueOf).toList();
  }
}

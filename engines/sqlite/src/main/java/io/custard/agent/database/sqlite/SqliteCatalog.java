package io.custard.agent.database.sqlite;

import io.custard.agent.database.Database;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConnection;

/** Reads the schema from the file's own catalogue. */
final class SqliteCatalog {
  private static final String MAIN = "main";

  /** Tables that carry another one, such as an index for words, are not the customer's. */
  private static final String TABLES =
      """
      SELECT l.name, l.type FROM pragma_table_list l
      WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual')
        AND l.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'
      ORDER BY l.name LIMIT %d\
      """
          .formatted(Database.MAX_TABLES);

  private final SQLiteConnection handle;

  SqliteCatalog(SQLiteConnection handle) {
    this.handle = handle;
  }

  List<TableDescription> tables() throws SQLException {
    Map<String, String> kinds = new LinkedHashMap<>();
    try (PreparedStatement statement = handle.prepareStatement(TABLES);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        kinds.put(rows.getString(1), rows.getString(2));
      }
    }
    Map<String, Long> estimates = estimates();
    List<TableDescription> tables = new ArrayList<>(kinds.size());
    for (Map.Entry<String, String> table : kinds.entrySet()) {
      tables.add(table(table.getKey(), table.getValue(), estimates));
    }
    return tables;
  }

  /** What ANALYZE found, where it was ever run; its first number is the table's rows. */
  private Map<String, Long> estimates() throws SQLException {
    Map<String, Long> estimates = new LinkedHashMap<>();
    if (!hasStatistics()) {
      return estimates;
    }
    try (PreparedStatement statement =
            handle.prepareStatement(
                "SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        estimates.put(rows.getString(1), rows.getLong(2));
      }
    }
    return estimates;
  }

  private boolean hasStatistics() throws SQLException {
    try (PreparedStatement statement =
            handle.prepareStatement("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'");
        ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  private TableDescription table(String name, String kind, Map<String, Long> estimates)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    Map<Integer, String> primaryKey = new TreeMap<>();
    try (PreparedStatement statement = handle.prepareStatement(columns(name));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String column = rows.getString(1);
        columns.add(column(column, rows.getString(2), rows.getInt(3) == 0));
        if (rows.getInt(4) > 0) {
          primaryKey.put(rows.getInt(4), column);
        }
      }
    }
    return new TableDescription(
        MAIN,
        name,
        kind.equals("view") ? TableDescription.VIEW : TableDescription.TABLE,
        null,
        estimates.getOrDefault(name, -1L),
        columns,
        List.copyOf(primaryKey.values()),
        foreignKeys(name));
  }

  private static Column column(String name, String type, boolean nullable) {
    return new Column(
        name, SqliteColumn.declared(name, type).described().type(), type, nullable, null);
  }

  /** One reference while its columns are read, pair by pair. */
  private record Reference(String table, List<String> from, List<String> to) {}

  /** A key that names no columns means the other table's primary key. */
  private List<ForeignKey> foreignKeys(String table) throws SQLException {
    Map<Integer, Reference> references = new LinkedHashMap<>();
    try (PreparedStatement statement = handle.prepareStatement(references(table));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String other = rows.getString(2);
        Reference reference =
            references.computeIfAbsent(
                rows.getInt(1),
                first -> new Reference(other, new ArrayList<>(), new ArrayList<>()));
        reference.from().add(rows.getString(3));
        String target = rows.getString(4);
        if (target != null) {
          reference.to().add(target);
        }
      }
    }
    List<ForeignKey> keys = new ArrayList<>();
    for (Reference reference : references.values()) {
      List<String> targets =
          reference.to().isEmpty() ? primaryKey(reference.table()) : reference.to();
      keys.add(new ForeignKey(reference.from(), MAIN, reference.table(), targets));
    }
    return keys;
  }

  private List<String> primaryKey(String table) throws SQLException {
    List<String> key = new ArrayList<>();
    try (PreparedStatement statement =
            handle.prepareStatement(
                "SELECT name FROM pragma_table_info(%s) WHERE pk > 0 ORDER BY pk"
                    .formatted(quoted(table)));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        key.add(rows.getString(1));
      }
    }
    return key;
  }

  /** A column that is hidden in a virtual table is not one; generated ones are 2 and 3. */
  private static String columns(String table) {
    return "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo("
        + quoted(table)
        + ") WHERE hidden <> 1 ORDER BY cid";
  }

  private static String references(String table) {
    return "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list("
        + quoted(table)
        + ") ORDER BY id, seq";
  }

  /** A literal: the sessions take no variables. */
  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}

package io.custard.agent.database.sqlite;

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
  private static final int MAX_TABLES = 20_000;

  /** Tables that carry another one, such as an index for words, are not the customer's. */
  private static final String TABLES =
      """
      SELECT l.name, l.type FROM pragma_table_list l
      WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual')
        AND l.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'
      ORDER BY l.name LIMIT %d\
      """
          .formatted(MAX_TABLES);

  /** A column that is hidden in a virtual table is not one; generated ones are 2 and 3. */
  private static final String COLUMNS =
      "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(%s) WHERE hidden <> 1"
          + " ORDER BY cid";

  private static final String FOREIGN_KEYS =
      "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(%s) ORDER BY id, seq";

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
            handle.prepareStatement("SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl");
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
    try (PreparedStatement statement = handle.prepareStatement(COLUMNS.formatted(quoted(name)));
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

  /** A key that names no columns means the other table's primary key. */
  private List<ForeignKey> foreignKeys(String table) throws SQLException {
    Map<Integer, List<String>> from = new LinkedHashMap<>();
    Map<Integer, List<String>> to = new LinkedHashMap<>();
    Map<Integer, String> others = new LinkedHashMap<>();
    try (PreparedStatement statement =
            handle.prepareStatement(FOREIGN_KEYS.formatted(quoted(table)));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int id = rows.getInt(1);
        others.put(id, rows.getString(2));
        from.computeIfAbsent(id, first -> new ArrayList<>()).add(rows.getString(3));
        String target = rows.getString(4);
        if (target != null) {
          to.computeIfAbsent(id, first -> new ArrayList<>()).add(target);
        }
      }
    }
    List<ForeignKey> keys = new ArrayList<>();
    for (Map.Entry<Integer, String> other : others.entrySet()) {
      List<String> targets =
          to.containsKey(other.getKey()) ? to.get(other.getKey()) : primaryKey(other.getValue());
      keys.add(new ForeignKey(from.get(other.getKey()), MAIN, other.getValue(), targets));
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

  /** A literal: the sessions take no variables. */
  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}

package io.custard.check;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the schema of a SQLite database. */
final class SqliteSchema {
  private SqliteSchema() {}

  static List<TableDescription> read(Connection connection) throws SQLException {
    List<TableDescription> tables = new ArrayList<>();
    for (List<String> row :
        rows(connection, "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')")) {
      tables.add(table(connection, row.get(0), row.get(1)));
    }
    return tables;
  }

  private static TableDescription table(Connection connection, String name, String kind)
      throws SQLException {
    String literal = "('" + name.replace("'", "''") + "')";
    List<Column> columns = new ArrayList<>();
    Map<Integer, String> key = new TreeMap<>();
    for (List<String> row :
        rows(connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo" + literal)) {
      columns.add(
          new Column(row.get(0), ColumnType.OTHER, row.get(1), row.get(2).equals("0"), null));
      if (!row.get(3).equals("0")) {
        key.put(Integer.valueOf(row.get(3)), row.get(0));
      }
    }
    return new TableDescription(
        "main",
        name,
        kind,
        null,
        -1,
        columns,
        List.copyOf(key.values()),
        keys(connection, literal));
  }

  private static List<ForeignKey> keys(Connection connection, String literal) throws SQLException {
    Map<String, List<List<String>>> keys = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            connection,
            "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list" + literal)) {
      keys.computeIfAbsent(row.get(0), none -> new ArrayList<>()).add(row);
    }
    return keys.values().stream()
        .map(rows ->
            new ForeignKey(
                rows.stream().map(row -> row.get(2)).toList(),
                "main",
                rows.getFirst().get(1),
                rows.stream().map(row -> row.get(3)).filter(to -> !to.isEmpty()).toList()))
        .toList();
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i) == null ? "" : result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}

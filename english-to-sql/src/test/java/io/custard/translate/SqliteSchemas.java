package io.custard.translate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the schema of a SQLite database and runs statements on it. */
final class SqliteSchemas {
  private SqliteSchemas() {}

  static Schema read(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    for (List<String> row :
        rows(
            connection,
            "SELECT name, type FROM sqlite_master WHERE type IN ('table','view')"
                + " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")) {
      tables.add(table(connection, row.get(0), "view".equals(row.get(1))));
    }
    return new Schema(tables);
  }

  private static Table table(Connection connection, String name, boolean view) throws SQLException {
    String literal = "'" + name.replace("'", "''") + "'";
    List<Column> columns = new ArrayList<>();
    Map<Integer, String> key = new TreeMap<>();
    for (List<String> row :
        rows(
            connection,
            "SELECT name, type, \"notnull\", pk FROM pragma_table_info("
                + literal
                + ") ORDER BY cid")) {
      columns.add(
          new Column(
              row.get(0),
              ColumnType.ofDatabaseType(row.get(1) == null ? "" : row.get(1)),
              row.get(2).equals("0"),
              null));
      if (!row.get(3).equals("0")) {
        key.put(Integer.parseInt(row.get(3)), row.get(0));
      }
    }
    Map<String, List<List<String>>> keys = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            connection,
            "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list("
                + literal
                + ") ORDER BY id, seq")) {
      keys.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(row);
    }
    List<ForeignKey> foreign = new ArrayList<>();
    for (List<List<String>> rows : keys.values()) {
      boolean implied = rows.stream().anyMatch(r -> r.get(3) == null);
      foreign.add(
          new ForeignKey(
              rows.stream().map(r -> r.get(2)).toList(),
              "",
              rows.get(0).get(1),
              implied ? List.of() : rows.stream().map(r -> r.get(3)).toList()));
    }
    return new Table("main", name, view, null, -1, columns, List.copyOf(key.values()), foreign);
  }

  static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(10);
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        int width = result.getMetaData().getColumnCount();
        while (result.next() && rows.size() < 100_000) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  /** Translates, looking values up in the database when asked to. */
  static Translation ask(Connection connection, EnglishToSql english, String question)
      throws SQLException {
    Translation first = english.translate(question, ValueHits.none());
    if (first instanceof Translation.NeedsValues needs) {
      List<List<String>> rows =
          rows(connection, ProbeStatement.sql(needs.probes(), SqlDialect.SQLITE));
      return english.translate(
          question, new ValueHits(true, ProbeStatement.hits(needs.probes(), rows)));
    }
    return first;
  }
}

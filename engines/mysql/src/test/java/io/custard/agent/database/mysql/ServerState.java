package io.custard.agent.database.mysql;

import io.custard.testkit.guard.Fingerprint;
import io.custard.testkit.guard.ServerFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that a statement could change of a MariaDB server, read as root. */
final class ServerState {
  /** Written by the server itself, whatever statements come. */
  private static final String OWN_TABLES =
      "'innodb_index_stats', 'innodb_table_stats', 'general_log', 'slow_log'";

  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry("schemas", "SELECT * FROM information_schema.SCHEMATA"),
          Map.entry(
              "tables",
              "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, ENGINE, ROW_FORMAT, AUTO_INCREMENT,"
                  + " CREATE_TIME, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT"
                  + " FROM information_schema.TABLES WHERE TABLE_SCHEMA <> 'information_schema'"),
          Map.entry("columns", "SELECT * FROM information_schema.COLUMNS"),
          Map.entry("indexes", "SELECT * FROM mysql.index_stats"),
          Map.entry("keys", "SELECT * FROM information_schema.KEY_COLUMN_USAGE"),
          Map.entry("views", "SELECT * FROM information_schema.VIEWS"),
          Map.entry("routines", "SELECT * FROM information_schema.ROUTINES"),
          Map.entry("triggers", "SELECT * FROM information_schema.TRIGGERS"),
          Map.entry("events", "SELECT * FROM information_schema.EVENTS"),
          Map.entry("plugins", "SELECT * FROM information_schema.PLUGINS"),
          Map.entry("accounts", "SELECT * FROM mysql.global_priv"),
          Map.entry("sequence", "SELECT * FROM shop_1.numbers"),
          Map.entry("replication", "SHOW ALL SLAVES STATUS"),
          Map.entry(
              "settings",
              "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES"
                  + " WHERE VARIABLE_NAME NOT LIKE 'GTID%'"),
          Map.entry("locked tables", "SHOW OPEN TABLES WHERE In_use > 0"),
          Map.entry("transactions", "SELECT * FROM information_schema.INNODB_TRX"),
          Map.entry(
              "sessions",
              "SELECT ID, USER, INFO FROM information_schema.PROCESSLIST"
                  + " WHERE USER NOT IN ('root', 'system user', 'event_scheduler')"));

  private ServerState() {}

  static Fingerprint read(List<String> statements) throws SQLException {
    try (Connection connection = TestingMariaDb.server().connect()) {
      Fingerprint state = new Fingerprint();
      for (var query : QUERIES.entrySet()) {
        state.with(query.getKey(), connection, query.getValue());
      }
      state.with("contents", checksums(connection));
      state.with("files named", ServerFiles.named(statements));
      for (Path directory : TestingMariaDb.server().directories()) {
        state.with(
            "files in " + directory, ServerFiles.below(directory, name -> name.contains("#sql")));
      }
      return state;
    }
  }

  private static List<String> checksums(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet row = statement.executeQuery("CHECKSUM TABLE " + table)) {
          row.next();
          lines.add(table + " " + row.getString(2));
        }
      }
    }
    return lines;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE ="
                + " 'BASE TABLE' AND TABLE_SCHEMA NOT IN ('information_schema',"
                + " 'performance_schema', 'sys') AND TABLE_NAME NOT IN ("
                + OWN_TABLES
                + ")")) {
      while (rows.next()) {
        names.add("`" + rows.getString(1) + "`.`" + rows.getString(2).replace("`", "``") + "`");
      }
    }
    return names;
  }
}

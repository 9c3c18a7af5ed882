package io.custard.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A folder of one small set: lighthouses and their keepers. */
public final class TestingSet {
  private static final List<String> SCHEMA =
      List.of(
          """
          create table lighthouse (id integer primary key, name text, height real, lit boolean,
            built date, inspected datetime, plan blob, settings json)
          """,
          "create table keeper (id integer primary key, name text, lighthouse_id int)",
          "insert into lighthouse values (1, 'North Point', 31.5, 1, '1871-06-01',"
              + " '2024-05-01 10:00:00', x'6869', '{\"lamp\": \"LED\"}')",
          "insert into lighthouse values (2, 'Old Mole', 12, 0, '1901-01-02', null, null, null)",
          "insert into keeper values (1, 'Ida', 1), (2, 'Bo', 1), (3, 'Ida', 2)");

  private TestingSet() {}

  /** DIR with the set {@code coast} and its database {@code lights}; returns the database. */
  public static Path make(Path folder) throws IOException, SQLException {
    Path database = Files.createDirectories(folder.resolve("sets/coast/lights"));
    Path file = database.resolve("lights.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
    }
    Files.writeString(
        database.resolve("questions.jsonl"),
        """
        {"id":"coast-1","db_id":"lights","question":"How many keepers are there?","gold_sql":"select count(*) from keeper","ordered":false}

        {"id":"coast-2","db_id":"lights","question":"List names and heights, tallest first.","gold_sql":"select name, height from lighthouse order by height desc","gold_alts":["select name from lighthouse order by height desc"],"ordered":true}
        """);
    Files.writeString(
        database.resolve("questions.other.jsonl"),
        """
        {"id":"coast-1-other","db_id":"lights","question":"Count the keepers.","gold_sql":"select count(*) from keeper","ordered":false}
        """);
    Path server = Files.createDirectories(folder.resolve("sets/harbour/cranes"));
    Files.writeString(
        server.resolve("questions.jsonl"),
        """
        {"id":"harbour-1","db_id":"cranes","question":"Which?","gold_sql":"select 1","dialect":"postgresql"}
        """);
    return file;
  }
}

package io.custard.agent.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.testkit.database.Loop;
import io.custard.testkit.guard.OutcomeReport;
import io.custard.testkit.guard.OutsideWorld;
import io.custard.testkit.guard.Rejects;
import io.custard.testkit.guard.SessionLayer;
import io.custard.testkit.guard.SessionLayer.Ending;
import io.custard.testkit.guard.SessionLayer.Outcome;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** Everything the guard must refuse is sent without it: the session leaves the world as it was. */
class LayersApartTest {
  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final List<String> SETTINGS =
      List.of(
          "query_only",
          "trusted_schema",
          "journal_mode",
          "user_version",
          "application_id",
          "schema_version",
          "writable_schema",
          "foreign_keys",
          "synchronous",
          "locking_mode",
          "temp_store",
          "database_list");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fill() throws SQLException {
    file = folder.resolve("shop.db");
    TestingSqlite.fill(file, Rejects.of("sqlite"));
  }

  @Test
  void sessionLeavesEverythingAsItWas() throws Exception {
    List<String> settings = settings();
    try (OutsideWorld world = new OutsideWorld(Rejects.of("sqlite"), folder);
        Loop loop = new Loop()) {
      SessionLayer session =
          new SessionLayer(loop, new SqliteDatabase(loop.vertx(), file), BOUND.toMillis());

      List<Outcome> outcomes = world.statements().stream().map(session::send).toList();

      OutcomeReport.print("SQLite session", outcomes);
      world.assertUntouched();
      assertThat(settings()).isEqualTo(settings);
      assertThat(outcomes).filteredOn(Outcome::ran).allMatch(LayersApartTest::isQuery);
      assertThat(outcomes).noneMatch(outcome -> outcome.ending() == Ending.GIVEN_UP);
      assertThat(outcomes).allMatch(outcome -> outcome.millis() < 4 * BOUND.toMillis());
    }
  }

  /** The handle by itself, as if the check for one query were not there. */
  @Test
  void handleAloneLeavesEverythingAsItWas() throws Exception {
    List<String> settings = settings();
    List<String> done = new ArrayList<>();
    try (OutsideWorld world = new OutsideWorld(Rejects.of("sqlite"), folder)) {
      for (String statement : world.statements()) {
        try (SQLiteConnection handle = ReadOnlyHandle.open(file)) {
          Watchdog.on(handle, BOUND.toMillis());
          if (executes(handle, statement)) {
            done.add(statement);
          }
        }
      }

      world.assertUntouched();
      assertThat(settings()).isEqualTo(settings);
      OutcomeReport.print("SQLite handle alone", world.statements().size(), done);
    }
  }

  private static boolean isQuery(Outcome outcome) {
    return outcome
        .statement()
        .strip()
        .toUpperCase(java.util.Locale.ROOT)
        .matches("(?s)(SELECT|WITH|VALUES|EXPLAIN|/\\*|--|\\().*");
  }

  /** The driver runs every statement of an update, and the first of anything else. */
  private static boolean executes(SQLiteConnection handle, String statement) {
    boolean ran = false;
    for (boolean isUpdate : new boolean[] {false, true}) {
      try (Statement open = handle.createStatement()) {
        if (isUpdate) {
          open.executeUpdate(statement);
        } else if (open.execute(statement)) {
          drain(open.getResultSet());
        }
        ran = true;
      } catch (SQLException refused) {
        // as it should be
      }
    }
    return ran;
  }

  private static void drain(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getObject(1);
    }
  }

  private List<String> settings() throws SQLException {
    List<String> values = new ArrayList<>();
    try (SQLiteConnection handle = ReadOnlyHandle.open(file);
        Statement statement = handle.createStatement()) {
      for (String setting : SETTINGS) {
        try (ResultSet row = statement.executeQuery("PRAGMA " + setting)) {
          while (row.next()) {
            values.add(setting + "=" + row.getString(row.getMetaData().getColumnCount()));
          }
        }
      }
    }
    return values;
  }
}

package io.custard.agent.database.duckdb;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.duckdb.Interrupting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything the guard must refuse is sent without it: the session leaves the world as it was. */
class LayersApartTest {
  private static final Duration BOUND = Duration.ofSeconds(1);

  /** What a statement could have changed for those after it. */
  private static final List<String> STATE =
      List.of(
          "SELECT name, value FROM duckdb_settings() ORDER BY ALL",
          "SELECT database_name, path FROM duckdb_databases() ORDER BY ALL",
          "SELECT name, persistent::VARCHAR FROM duckdb_secrets() ORDER BY ALL",
          "SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL",
          "SELECT sequence_name, last_value::VARCHAR FROM duckdb_sequences() ORDER BY ALL");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fill() throws SQLException {
    file = folder.resolve("shop.db");
    TestingDuck.fill(file, Rejects.of("duckdb"));
  }

  @Test
  void sessionLeavesEverythingAsItWas() throws Exception {
    List<String> state = state();
    try (OutsideWorld world = new OutsideWorld(Rejects.of("duckdb"), folder);
        Loop loop = new Loop()) {
      SessionLayer session =
          new SessionLayer(loop, new DuckDatabase(loop.vertx(), file), BOUND.toMillis());

      List<Outcome> outcomes = world.statements().stream().map(session::send).toList();

      OutcomeReport.print("DuckDB session", outcomes);
      world.assertUntouched();
      assertThat(state()).isEqualTo(state);
      assertThat(outcomes).noneMatch(outcome -> outcome.ending() == Ending.GIVEN_UP);
      assertThat(outcomes).allMatch(outcome -> outcome.millis() < 4 * BOUND.toMillis());
    }
  }

  /** The connection by itself, as if the check for one query were not there. */
  @Test
  void connectionAloneLeavesEverythingAsItWas() throws Exception {
    List<String> state = state();
    List<String> done = new ArrayList<>();
    try (OutsideWorld world = new OutsideWorld(Rejects.of("duckdb"), folder);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      for (String statement : world.statements()) {
        try (DuckDBConnection connection = ReadOnlyConnection.open(file)) {
          ScheduledFuture<?> stop = interrupting(clock, connection);
          if (executes(connection, statement)) {
            done.add(statement);
          }
          stop.cancel(false);
        }
      }

      world.assertUntouched();
      assertThat(state()).isEqualTo(state);
      OutcomeReport.print("DuckDB connection alone", world.statements().size(), done);
    }
  }

  private static ScheduledFuture<?> interrupting(
      ScheduledExecutorService clock, DuckDBConnection connection) {
    return clock.scheduleAtFixedRate(
        () -> {
          try {
            Interrupting.interrupt(connection);
          } catch (SQLException closed) {
            // it ended by itself
          }
        },
        BOUND.toMillis(),
        20,
        TimeUnit.MILLISECONDS);
  }

  private static boolean executes(DuckDBConnection connection, String statement) {
    try (Statement open = connection.createStatement()) {
      if (open.execute(statement)) {
        try (ResultSet rows = open.getResultSet()) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
      return true;
    } catch (SQLException | RuntimeException refused) {
      return false;
    }
  }

  private List<String> state() throws SQLException {
    List<String> state = new ArrayList<>();
    try (DuckDBConnection connection = ReadOnlyConnection.open(file);
        Statement statement = connection.createStatement()) {
      for (String question : STATE) {
        try (ResultSet rows = statement.executeQuery(question)) {
          while (rows.next()) {
            state.add(rows.getString(1) + "=" + rows.getString(2));
          }
        }
      }
    }
    return state;
  }
}

package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.RowCaps;
import io.custard.testkit.database.Loop;
import io.custard.testkit.guard.Callers;
import io.custard.testkit.guard.Fingerprint;
import io.custard.testkit.guard.OutcomeReport;
import io.custard.testkit.guard.OutsideConnections;
import io.custard.testkit.guard.Rejects;
import io.custard.testkit.guard.SessionLayer;
import io.custard.testkit.guard.SessionLayer.Ending;
import io.custard.testkit.guard.SessionLayer.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With the guard switched off, the session and the role leave a real server as it was under every
 * statement that the guard refuses. What they do not stop is in {@code docs/guard-layers.md}.
 */
class LayersApartTest {
  private static final long BOUND_MILLIS = 300;
  private static final int LOOK_EVERY = 100;
  private static final Loop LOOP = new Loop();
  @TempDir static Path directory;
  private static LibraryServer library;

  @BeforeAll
  static void start() throws SQLException {
    library = LibraryServer.start(directory.resolve("data"), LOOP, Rejects.of("postgresql"));
  }

  @AfterAll
  static void stop() throws IOException {
    library.close();
    LOOP.close();
  }

  @Test
  void rejectedStatementsLeaveTheServerAsItWasWithoutTheGuard() throws Exception {
    try (Callers callers = new Callers();
        OutsideConnections outside = OutsideConnections.of(library.pid());
        Connection superuser = library.connect();
        Connection bystander = library.connect("bystander", "b")) {
      List<String> statements = statements(callers.port());
      Fingerprint before = ServerState.of(library, statements);
      List<Outcome> outcomes = new ArrayList<>();

      for (int from = 0; from < statements.size(); from += LOOK_EVERY) {
        int to = Math.min(from + LOOK_EVERY, statements.size());
        outcomes.addAll(sent(statements.subList(from, to)));
        assertThat(before.changesTo(ServerState.of(library, statements)))
            .as("after the statements from %d on", from)
            .isEmpty();
      }

      OutcomeReport.print("PostgreSQL session and role", outcomes);
      assertThat(callers.calls()).isZero();
      assertThat(outside.seen()).isEmpty();
      assertThat(superuser.isValid(2)).isTrue();
      assertThat(bystander.isValid(2)).isTrue();
      assertNothingIsHeld(superuser);
    }
  }

  /** The test would see it if something happened. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO books (title) VALUES ('x')",
        "SELECT nextval('tally')",
        "CREATE TABLE new_table (a int)",
        "ALTER ROLE custard_reader SET work_mem = '1MB'",
        "ALTER ROLE bystander CONNECTION LIMIT 50",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "SELECT lo_create(0)",
        "SELECT lo_put(4711, 0, 'lost')",
        "GRANT INSERT ON books TO bystander",
        "COMMENT ON TABLE books IS 'x'",
        "SELECT pg_create_physical_replication_slot('kept', true)",
        "BEGIN; SELECT 1; PREPARE TRANSACTION 'kept'",
      })
  void everyKindOfChangeShows(String change) throws Exception {
    Fingerprint before = ServerState.of(library, List.of());
    try (Connection superuser = library.connect();
        var statement = superuser.createStatement()) {
      statement.execute(change);
    }

    assertThat(before.changesTo(ServerState.of(library, List.of()))).isNotEmpty();
  }

  /** What the document names: layer 1 is what stops these. */
  @Test
  void whatTheTwoLayersLetRunIsWhatTheDocumentSays() throws Exception {
    try (Connection superuser = library.connect();
        Connection ownRole = library.connectAsReader()) {
      String transaction = one(superuser, "SELECT pg_current_xact_id()::text");
      String log = one(superuser, "SELECT pg_current_wal_insert_lsn()::text");
      PgDatabase database = new PgDatabase(LOOP.vertx(), library.reader(), 2);

      SessionLayer session = new SessionLayer(LOOP, database, BOUND_MILLIS);

      session.send("SELECT pg_current_xact_id()");
      session.send("SELECT pg_logical_emit_message(false, 'x', repeat('x', 100000))");
      session.send(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE usename = current_user AND pid <> pg_backend_pid()");

      Outcome endless =
          session.send(
              "SELECT CASE WHEN i = 1 THEN set_config('statement_timeout', '0', false) END,"
                  + " CASE WHEN i > 25000 THEN pg_sleep(1) END FROM generate_series(1, 26000) i",
              new RowCaps(100_000, 16 << 20)); // the time is told anew with every step of rows

      assertThat(endless.ending()).isEqualTo(Ending.GIVEN_UP);
      assertThat(ownRole.isValid(2)).isFalse();
      assertThat(Long.parseLong(one(superuser, "SELECT pg_current_xact_id()::text")))
          .isGreaterThan(Long.parseLong(transaction) + 1);
      String grown =
          one(superuser, "SELECT pg_current_wal_insert_lsn() - '%s'::pg_lsn".formatted(log));
      assertThat(Long.parseLong(grown)).isGreaterThan(100_000);
      LOOP.get(database::close);
    }
  }

  private static String one(Connection superuser, String query) throws SQLException {
    try (var statement = superuser.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return found.getString(1);
    }
  }

  /** A new set of sessions for each part: some statements end the sessions of their own role. */
  private static List<Outcome> sent(List<String> statements) {
    PgDatabase database = new PgDatabase(LOOP.vertx(), library.reader(), 2);
    SessionLayer session = new SessionLayer(LOOP, database, BOUND_MILLIS);
    List<Outcome> outcomes = statements.stream().map(session::send).toList();
    LOOP.get(database::close);
    return outcomes;
  }

  /** The refused ones, and some that fit this server: they would do harm if they could. */
  private static List<String> statements(int port) {
    List<String> all = new ArrayList<>(Rejects.of("postgresql"));
    assertThat(all).hasSizeGreaterThan(90);
    all.addAll(
        List.of(
            "SELECT add_book()",
            "SELECT count_up()",
            "SELECT free_me()",
            "CALL empty_shelf()",
            "DO $$ BEGIN PERFORM add_book(); END $$",
            "SELECT nextval('tally')",
            "SELECT setval('tally', 99)",
            "SELECT lo_put(4711, 0, 'lost')",
            "SELECT lo_unlink(4711)",
            "SELECT lowrite(lo_open(4711, 131072), 'lost')",
            "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'x')",
            "SELECT dblink_connect('host=127.0.0.1 port=%d user=x password=y')".formatted(port),
            "SELECT * FROM dblink('host=127.0.0.1 port=%d user=x password=y', 'select 1') f (a int)"
                .formatted(port),
            "SELECT pg_advisory_lock(1)",
            "SELECT pg_advisory_lock(i) FROM generate_series(1, 100) i",
            "SELECT pg_export_snapshot()",
            "SELECT pg_notify('x', 'y')",
            "LISTEN x",
            "PREPARE TRANSACTION 'kept'",
            "SELECT pg_create_physical_replication_slot('kept', true)",
            "SELECT pg_create_logical_replication_slot('kept', 'test_decoding')",
            "SELECT set_config('default_transaction_read_only', 'off', false)",
            "SELECT set_config('role', 'postgres', false)",
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
            "ALTER ROLE CURRENT_USER SET default_transaction_read_only = off",
            "ALTER ROLE CURRENT_USER PASSWORD 'mine'",
            "ALTER DATABASE library SET work_mem = '1GB'",
            "ALTER SYSTEM SET work_mem = '1GB'",
            "COPY books TO '/tmp/custard-layers-apart'",
            "COPY books TO PROGRAM 'touch /tmp/custard-layers-apart'",
            "COPY books TO STDOUT",
            "COPY books FROM STDIN",
            "CREATE TEMP TABLE mine (a int)",
            "SELECT * INTO TEMP mine FROM books",
            "LOCK TABLE books IN ACCESS EXCLUSIVE MODE",
            "SELECT * FROM books FOR UPDATE",
            "SELECT query_to_xml('DELETE FROM books', true, true, '')",
            "SELECT * FROM crosstab('SELECT add_book(), 1, 1') AS (a int, b int)",
            "EXPLAIN ANALYZE DELETE FROM books",
            "WITH gone AS (DELETE FROM books RETURNING *) SELECT * FROM gone"));
    return all;
  }

  private static void assertNothingIsHeld(Connection superuser) {
    await()
        .untilAsserted(() -> {
          try (var statement = superuser.createStatement();
              var held =
                  statement.executeQuery(
                      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'custard_reader'"
                          + " AND state <> 'idle'")) {
            held.next();
            assertThat(held.getInt(1)).isZero();
          }
        });
  }
}

package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.testkit.database.Loop;
import io.custard.testkit.guard.Fingerprint;
import io.custard.testkit.guard.OutcomeReport;
import io.custard.testkit.guard.OutsideConnections;
import io.custard.testkit.guard.Rejects;
import io.custard.testkit.guard.SessionLayer;
import io.custard.testkit.guard.SessionLayer.Outcome;
import io.custard.testkit.guard.TableNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Without the guard: whatever is sent through a read-only session of a clean account, the server
 * stays as it was. What the session alone would not stop stands in docs/guard-layers.md.
 */
class LayersApartTest {
  private static final long TIMEOUT_MILLIS = 500;
  private static final long BOUND_MILLIS = 5_000;
  private static final String SESSIONS =
      "SELECT count(*) FROM information_schema.PROCESSLIST WHERE USER = 'reader'";

  private static final Loop LOOP = new Loop();

  /** What lists of statements know nothing of, as it is about sessions and accounts of MariaDB. */
  private static final List<String> OWN =
      List.of(
          "BEGIN NOT ATOMIC SET SESSION TRANSACTION READ WRITE; COMMIT;"
              + " INSERT INTO customer (id, name) VALUES (7, 'x'); END",
          "BEGIN NOT ATOMIC SET SESSION TRANSACTION READ WRITE; COMMIT; CREATE TABLE x (i int); END",
          "SET STATEMENT tx_read_only = 0 FOR INSERT INTO customer (id, name) VALUES (8, 'x')",
          "SET STATEMENT max_statement_time = 0 FOR SELECT sleep(30)",
          "EXECUTE IMMEDIATE 'DROP TABLE customer'",
          "SET PASSWORD = PASSWORD('stolen')",
          "ALTER USER CURRENT_USER() IDENTIFIED BY 'stolen'",
          "SELECT get_lock('stays', 10)",
          "SELECT * FROM customer LOCK IN SHARE MODE",
          "SELECT name FROM customer INTO OUTFILE '/tmp/custard-stolen.txt'",
          "SELECT load_file('/etc/hostname')",
          "FLUSH TABLES WITH READ LOCK",
          "LOCK TABLES customer WRITE",
          "HANDLER customer OPEN",
          "XA START 'left'",
          "CREATE TEMPORARY TABLE t (i int)",
          "ANALYZE TABLE customer",
          "CALL sys.ps_truncate_all_tables(true)",
          "SELECT nextval(numbers)",
          "SELECT setval(numbers, 100)",
          "SET GLOBAL max_connections = 1",
          "USE mysql",
          "KILL 1",
          "SHUTDOWN");

  private static final Set<String> MADE = TableNames.of(statements());

  private static List<String> statements() {
    return Stream.concat(OWN.stream(), Rejects.of("mysql").stream()).toList();
  }

  @BeforeAll
  static void makeTablesThatStatementsName() throws SQLException {
    MADE.removeIf(LayersApartTest::isThere);
    for (String name : MADE) {
      execute(
          "CREATE TABLE shop_1.`%1$s` (id int PRIMARY KEY, name varchar(20), a int, b int, c int);"
                  .formatted(name)
              + " INSERT INTO shop_1.`%1$s` VALUES (1, 'x', 1, 2, 3)".formatted(name));
    }
  }

  private static boolean isThere(String table) {
    String found =
        TestingMariaDb.scalar(
            "SELECT count(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shop_1'"
                + " AND TABLE_NAME = '%s'".formatted(table));
    return !found.equals("0");
  }

  @AfterAll
  static void close() throws SQLException {
    for (String name : MADE) {
      execute("DROP TABLE shop_1.`%s`".formatted(name));
    }
    LOOP.close();
  }

  @Test
  void noRejectedStatementChangesTheServer() throws SQLException {
    List<String> statements = statements();
    MySqlDatabase database = new MySqlDatabase(LOOP.vertx(), TestingMariaDb.reader(), 4);
    assertThat(LOOP.get(database::probe).roleFindings()).isEmpty();
    LOOP.get(database::close);
    await().until(() -> TestingMariaDb.scalar(SESSIONS).equals("0"));
    Fingerprint before = ServerState.read(statements);
    MySqlDatabase sending = new MySqlDatabase(LOOP.vertx(), TestingMariaDb.reader(), 4);
    SessionLayer session = new SessionLayer(LOOP, sending, TIMEOUT_MILLIS);

    List<Outcome> outcomes;
    try (OutsideConnections outside = OutsideConnections.of(TestingMariaDb.server().pid())) {
      outcomes = statements.stream().map(session::send).toList();
      assertThat(outside.seen()).isEmpty();
    }

    LOOP.get(sending::close);
    await().until(() -> TestingMariaDb.scalar(SESSIONS).equals("0"));
    OutcomeReport.print("MariaDB session and account", outcomes);
    assertThat(before.changesTo(ServerState.read(statements))).isEmpty();
    assertThat(outcomes).filteredOn(outcome -> outcome.millis() > BOUND_MILLIS).isEmpty();
  }

  @Test
  void whatTheComparisonWouldMissItWouldNotProve() throws SQLException {
    List<String> statements = List.of();
    Fingerprint before = ServerState.read(statements);

    execute("INSERT INTO shop_1.t VALUES (99, 'seen', 1, 2, 3)");
    List<String> afterRow = before.changesTo(ServerState.read(statements));
    execute("SET GLOBAL max_error_count = 65");
    List<String> afterSetting = before.changesTo(ServerState.read(statements));

    execute("DELETE FROM shop_1.t WHERE id = 99; SET GLOBAL max_error_count = 64");
    assertThat(afterRow).hasSize(1).allMatch(change -> change.startsWith("contents lost"));
    assertThat(afterSetting).hasSize(2);
    assertThat(before.changesTo(ServerState.read(statements))).isEmpty();
  }

  private static void execute(String statements) throws SQLException {
    try (Connection connection = TestingMariaDb.server().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}

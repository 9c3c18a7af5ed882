package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.database.RowCaps;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import io.custard.testkit.guard.SessionLayer;
import io.custard.testkit.guard.SessionLayer.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a read-only session stops by itself, and what only the account or the guard stops: an
 * account with every right and one with none, without the guard. The table of docs/guard-layers.md
 * is made of this.
 */
class SessionAloneTest {
  private static final RowCaps CAPS = new RowCaps(10, 1 << 20);
  private static final Loop LOOP = new Loop();
  private static final MySqlDatabase ALMIGHTY =
      new MySqlDatabase(LOOP.vertx(), TestingMariaDb.almighty(), 2);
  private static final MySqlDatabase READER =
      new MySqlDatabase(LOOP.vertx(), TestingMariaDb.reader(), 2);

  @AfterAll
  static void close() {
    LOOP.get(ALMIGHTY::close);
    LOOP.get(READER::close);
    LOOP.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO customer (id, name) VALUES (70, 'x')",
        "CREATE TABLE made (i int)",
        "CREATE TEMPORARY TABLE made (i int)",
        "DROP TABLE customer",
        "TRUNCATE TABLE orders",
        "RENAME TABLE customer TO gone",
        "CREATE USER made IDENTIFIED BY 'x'",
        "GRANT SELECT ON *.* TO reader",
        "SET PASSWORD = PASSWORD('x')",
        "LOCK TABLES customer WRITE",
        "SELECT * FROM customer FOR UPDATE",
        "SELECT nextval(numbers)",
        "SELECT setval(numbers, 100)",
        "EXECUTE IMMEDIATE 'DROP TABLE customer'",
        "LOAD DATA INFILE '/etc/hostname' INTO TABLE closed.hidden",
        "OPTIMIZE TABLE customer",
        "DELETE FROM customer WHERE id = 1",
        "SELECT 1; DROP TABLE customer",
        "SELECT name FROM customer INTO OUTFILE 'out.txt'",
        "SELECT name FROM customer INTO DUMPFILE 'dump.txt'",
        "SELECT name FROM customer LIMIT 1 INTO @kept",
        "SET GLOBAL max_error_count = 1",
        "SET SESSION TRANSACTION READ WRITE",
        "SET @kept = 1",
        "FLUSH TABLES WITH READ LOCK",
        "FLUSH STATUS",
        "KILL 999999",
        "SHUTDOWN",
        "HANDLER customer OPEN",
        "USE odd",
        "COMMIT",
        "DO sleep(0)",
        "XA START 'left'",
        "INSTALL SONAME 'nothing'",
        "BEGIN NOT ATOMIC SET SESSION TRANSACTION READ WRITE; COMMIT; DELETE FROM customer; END",
      })
  void theSessionStopsEvenAnAccountWithEveryRight(String statement) {
    assertThat(send(ALMIGHTY, statement).ran()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANALYZE TABLE customer",
        "SHOW BINARY LOGS",
        "SELECT * FROM mysql.global_priv",
      })
  void theAccountStopsWhatTheSessionDoesNot(String statement) {
    assertThat(send(READER, statement).ran()).isFalse();
  }

  @Test
  void theAccountKeepsFilesOfTheServerFromBeingRead() {
    String statement = "SELECT length(load_file('/etc/passwd')) > 0 AS is_read";

    assertThat(ReadRows.of(LOOP, ALMIGHTY, statement, CAPS, 1_000).rows()).isEqualTo("[1]");
    assertThat(ReadRows.of(LOOP, READER, statement, CAPS, 1_000).rows()).isEqualTo("[null]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT get_lock('held', 0)",
        "SELECT sleep(0.1)",
        "SELECT benchmark(10, md5('x'))",
        "SELECT @kept := 1",
        "SET STATEMENT max_statement_time = 0 FOR SELECT 1",
        "SELECT * FROM customer LOCK IN SHARE MODE",
        "CHECKSUM TABLE customer",
        "CHECK TABLE customer",
        "ANALYZE SELECT * FROM customer",
        "SHOW GRANTS",
      })
  void theGuardStopsWhatNeitherDoes(String statement) {
    assertThat(send(READER, statement).ran()).isTrue();
  }

  @Test
  void aLockOfAStatementGoesWithItsSession() {
    send(READER, "SELECT get_lock('goes', 0)");

    assertThat(TestingMariaDb.scalar("SELECT is_free_lock('goes')")).isEqualTo("1");
  }

  private static Outcome send(MySqlDatabase database, String statement) {
    return new SessionLayer(LOOP, database, 1_000).send(statement);
  }
}

package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.testkit.database.ReadRows;
import io.custard.testkit.database.TestingPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session holds a statement to, against a real server and below the guard. */
class PgSessionsTest {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO customer VALUES (9, 'x')",
        "UPDATE customer SET name = 'x'",
        "CREATE TABLE stolen (a int)",
        "SELECT nextval('s')",
      })
  void writesAreRefusedEvenWithoutTheGuard(String sql) {
    PgDatabase asSuperuser = POSTGRES.database(TestingPostgres.superuser());

    assertThatThrownBy(() -> POSTGRES.read(asSuperuser, sql))
        .isInstanceOfSatisfying(
            CustardException.class,
            e ->
                assertThat(e.code())
                    .isIn(ErrorCode.SQL_NOT_READ_ONLY, ErrorCode.SQL_EXECUTION_FAILED));

    POSTGRES.loop().get(asSuperuser::close);
    assertThat(TestingPostgres.scalar("SELECT count(*) FROM customer WHERE name = 'x'"))
        .isEqualTo("0");
  }

  @Test
  void nothingThatAStatementSetSurvivesIt() {
    POSTGRES.read("SELECT set_config('custard.leak', 'x', false)");

    ReadRows next = POSTGRES.read("SELECT current_setting('custard.leak', true)");

    assertThat(next.rows()).isIn("[null]", "[\"\"]");
  }

  @Test
  void twoStatementsAreRefusedByTheServer() {
    POSTGRES.assertFailure("SELECT 1; SELECT 2", ErrorCode.SQL_EXECUTION_FAILED);
    assertThatThrownBy(() -> POSTGRES.read("SELECT 1; DROP TABLE customer"))
        .hasMessageContaining("42601");
    assertThatThrownBy(() -> POSTGRES.read("COMMIT; DROP TABLE customer"))
        .hasMessageContaining("42601");
    assertThat(TestingPostgres.scalar("SELECT count(*) FROM customer")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transaction_read_only | on",
        "default_transaction_read_only | on",
        "statement_timeout | 10s",
        "lock_timeout | 10s",
        "idle_in_transaction_session_timeout | 15s",
        "standard_conforming_strings | on",
        "jit | off",
        "work_mem | 4MB",
        "max_parallel_workers_per_gather | 2",
        "search_path | public, pg_temp",
      })
  void theServerBoundsTheStatement(String setting, String value) {
    POSTGRES.read("SELECT 1");

    assertThat(POSTGRES.read("SELECT current_setting('" + setting + "')").rows())
        .isEqualTo("[\"" + value + "\"]");
  }

  @Test
  void boundsLowerWhatTheServerWouldAllowAndNeverRaiseIt() throws SQLException {
    try (var superuser = TestingPostgres.connect("shop");
        var statement = superuser.createStatement()) {
      statement.execute(
          "CREATE ROLE roomy LOGIN SUPERUSER PASSWORD 'r'; ALTER ROLE roomy SET work_mem = '1GB';"
              + " ALTER ROLE roomy SET search_path = public, pg_catalog, \"Odd Schema\"");
    }
    PgDatabase roomy = POSTGRES.database(TestingPostgres.address("roomy", "r"));

    assertThat(
            POSTGRES
                .read(
                    roomy,
                    "SELECT current_setting('work_mem'), current_setting('temp_file_limit'),"
                        + " current_setting('search_path')")
                .rows())
        .isEqualTo("[\"64MB\",\"2GB\",\"public, \\\"Odd Schema\\\", pg_temp\"]");
    POSTGRES.loop().get(roomy::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET TRANSACTION READ WRITE",
        "PREPARE TRANSACTION 'stays'",
        "SELECT set_config('transaction_read_only', 'off', true)",
        "DO $$ BEGIN SET TRANSACTION READ WRITE; END $$",
        "DO $$ BEGIN COMMIT; INSERT INTO customer VALUES (9, 'x'); END $$",
      })
  void waysOutOfTheReadOnlyTransactionAreClosed(String sql) {
    PgDatabase asSuperuser = POSTGRES.database(TestingPostgres.superuser());

    assertThatThrownBy(() -> POSTGRES.read(asSuperuser, sql)).isInstanceOf(CustardException.class);

    POSTGRES.loop().get(asSuperuser::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMIT", "ROLLBACK", "COMMIT AND CHAIN", "ABORT"})
  void aStatementThatEndsTheTransactionLeavesAReadingSession(String sql) {
    PgDatabase asSuperuser = POSTGRES.database(TestingPostgres.superuser());
    for (int i = 0; i < 4; i++) {
      POSTGRES.read(asSuperuser, sql);
    }

    assertThatThrownBy(() -> POSTGRES.read(asSuperuser, "INSERT INTO customer VALUES (9, 'x')"))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));

    POSTGRES.loop().get(asSuperuser::close);
  }
}

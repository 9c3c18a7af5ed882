package io.custard.agent.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.testkit.database.EveryEncoding;
import io.custard.testkit.database.FileDatabaseContract;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session layer against a real file, below the guard. */
class DuckDatabaseTest extends FileDatabaseContract {
  private static final long ENDLESS = 9_000_000_000_000_000_000L;
  private static final Loop LOOP = new Loop();

  @TempDir static Path folder;
  private static Path file;
  private static DuckDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    file = folder.resolve("a shop.db");
    try (Connection writer = TestingDuck.writer(file);
        Statement statement = writer.createStatement()) {
      statement.execute("CREATE TABLE customer(id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)");
      statement.execute(
          "CREATE TABLE purchase(id BIGINT PRIMARY KEY, customer_id INTEGER REFERENCES"
              + " customer(id), amount DECIMAL(10,2), parts STRUCT(n INTEGER)[])");
      statement.execute("CREATE VIEW large AS SELECT * FROM purchase WHERE amount > 100");
      statement.execute("COMMENT ON TABLE customer IS 'who buys'");
      statement.execute("INSERT INTO customer VALUES(1, 'Ada'), (2, 'Grace')");
    }
    database = new DuckDatabase(LOOP.vertx(), file);
  }

  @AfterAll
  static void close() {
    LOOP.close();
  }

  @Override
  protected Loop loop() {
    return LOOP;
  }

  @Override
  protected DuckDatabase database() {
    return database;
  }

  @Override
  protected DuckDatabase database(Path other) {
    return new DuckDatabase(LOOP.vertx(), other);
  }

  @Override
  protected Path file() {
    return file;
  }

  @Override
  protected String numbers(long count) {
    return "range(1, %d) n(i)".formatted(count + 1);
  }

  @Override
  protected String slow(String marker) {
    return "SELECT count(*), '%s' FROM %s WHERE hash(i) = 1".formatted(marker, numbers(ENDLESS));
  }

  @Override
  protected String product() {
    return "DuckDB v1.";
  }

  @Override
  protected String noDatabase() {
    return "no database that DuckDB";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "18446744073709551615::UBIGINT | INTEGER | 18446744073709551615",
        "(-170141183460469231731687303715884105727)::HUGEINT | INTEGER |"
            + " -170141183460469231731687303715884105727",
        "5::UHUGEINT | INTEGER | 5",
        "'1234567890123456789012345'::VARINT | INTEGER | 1234567890123456789012345",
        "1.10::DECIMAL(5,2) | DECIMAL | 1.10",
        "99999999999999999999999999999999999.999::DECIMAL(38,3) | DECIMAL |"
            + " 99999999999999999999999999999999999.999",
        "0.1::DOUBLE + 0.2::DOUBLE | FLOAT | 0.30000000000000004",
        "'nan'::DOUBLE | FLOAT | \"NaN\"",
        "'-inf'::FLOAT | FLOAT | \"-Infinity\"",
        "true | BOOLEAN | true",
        "DATE '2024-02-29' | DATE | \"2024-02-29\"",
        "DATE '0044-03-15 (BC)' | DATE | \"-0043-03-15\"",
        "DATE '12345-06-07' | DATE | \"+12345-06-07\"",
        "'-infinity'::DATE | DATE | \"-infinity\"",
        "TIME '10:11:00' | TIME | \"10:11:00\"",
        "TIMETZ '10:11:12+02' | TIME | \"10:11:12+02:00\"",
        "TIMESTAMP '2024-02-03 10:11:00' | TIMESTAMP | \"2024-02-03T10:11:00\"",
        "TIMESTAMP '2024-03-31 02:30:00.000001' | TIMESTAMP | \"2024-03-31T02:30:00.000001\"",
        "TIMESTAMP '1960-01-01 00:00:00.25' | TIMESTAMP | \"1960-01-01T00:00:00.25\"",
        "TIMESTAMPTZ '1969-12-31 23:59:59.5+00' | TIMESTAMPTZ | \"1969-12-31T23:59:59.5Z\"",
        "TIMESTAMP_NS '1960-01-01 00:00:00.25' | TIMESTAMP | \"1960-01-01T00:00:00.25\"",
        "TIMESTAMP_MS '1960-01-01 00:00:00.25' | TIMESTAMP | \"1960-01-01T00:00:00.25\"",
        "[TIMESTAMP '1960-01-01 00:00:00.25'] | ARRAY | [\"1960-01-01T00:00:00.25\"]",
        "TIMESTAMP_NS '2024-02-03 10:11:12.123456789' | TIMESTAMP |"
            + " \"2024-02-03T10:11:12.123456789\"",
        "'infinity'::TIMESTAMP | TIMESTAMP | \"infinity\"",
        "'-infinity'::TIMESTAMPTZ | TIMESTAMPTZ | \"-infinity\"",
        "TIMESTAMPTZ '2024-02-03 10:11:12+00' | TIMESTAMPTZ | \"2024-02-03T10:11:12Z\"",
        "INTERVAL '14 months -3 days 26 hours' | INTERVAL | \"P1Y2M-3DT26H\"",
        "INTERVAL '-0.5 seconds' | INTERVAL | \"PT-0.5S\"",
        "INTERVAL '0 days' | INTERVAL | \"PT0S\"",
        "'\\x00\\xFF'::BLOB | BYTES | \"AP8=\"",
        "'3b5c2a10-0000-4000-8000-000000000001'::UUID | UUID |"
            + " \"3b5c2a10-0000-4000-8000-000000000001\"",
        "[[1.50], NULL] | ARRAY | [[1.50],null]",
        "['nan'::DOUBLE, 1] | ARRAY | [\"NaN\",1.0]",
        "[9007199254740993, NULL] | ARRAY | [9007199254740993,null]",
        "{'a': {'b': [1, NULL]}, 'c': 'x'} | JSON | {\"a\":{\"b\":[1,null]},\"c\":\"x\"}",
        "MAP {'k': 1} | JSON | {\"k\":1}",
        "MAP {[1]: 2} | JSON | {\"[1]\":2}",
        "'{\"a\": 1}'::JSON | JSON | {\"a\": 1}",
        "'x'::ENUM('x', 'y') | TEXT | \"x\"",
        "'101'::BIT | OTHER | \"101\"",
        "NULL::INTEGER | INTEGER | null"
      })
  void writesValuesExactly(String expression, ColumnType type, String json) {
    ReadRows result = read("SELECT " + expression);

    assertThat(result.columns().getFirst().type()).isEqualTo(type);
    assertThat(result.rows()).isEqualTo("[" + json + "]");
    EveryEncoding.assertSame(LOOP, database, "SELECT " + expression);
  }

  @Test
  void describesTablesViewsAndKeys() {
    List<TableDescription> tables = discovered();

    assertThat(tables)
        .extracting(TableDescription::name)
        .containsExactly("customer", "large", "purchase");
    assertThat(tables.getFirst().comment()).isEqualTo("who buys");
    assertThat(tables.get(1).kind()).isEqualTo(TableDescription.VIEW);
    assertThat(tables.get(2).primaryKey()).containsExactly("id");
    assertThat(tables.get(2).foreignKeys())
        .containsExactly(new ForeignKey(List.of("customer_id"), "main", "customer", List.of("id")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DELETE FROM customer",
        "SELECT 1; SELECT 2",
        "SELECT 1 /* open",
        "PRAGMA threads = 1",
        "PRAGMA enable_profiling",
        "SET VARIABLE x = 1",
        "CREATE TEMP TABLE t(i INTEGER)",
        "COPY customer TO 'customer.csv'",
        "EXPLAIN ANALYZE SELECT 1",
        "ATTACH 'other.db' AS other",
        "SELECT 1\0; DELETE FROM customer",
        ""
      })
  void refusesWhatIsNotOneQuery(String statement) {
    assertFailure(statement, ErrorCode.SQL_NOT_READ_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;",
        "SELECT 1 -- the end",
        "VALUES (1)",
        "WITH c AS (SELECT 1) SELECT * FROM c",
        "FROM range(1, 2)",
        "EXPLAIN SELECT 1"
      })
  void answersOneQuery(String statement) {
    assertThat(read(statement).rows()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM query('SELECT 1')",
        "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))"
      })
  void refusesToRunText(String statement) {
    assertFailure(statement, ErrorCode.SQL_FUNCTION_NOT_ALLOWED);
  }

  @Test
  void refusesWhatDuckdbCouldNotBeStoppedPlanning() {
    String subqueries = "SELECT " + "(SELECT ".repeat(30) + "1" + ")".repeat(30);
    String calls = "SELECT " + "abs(".repeat(900) + "1" + ")".repeat(900);
    String joins = "SELECT 1 FROM customer" + ", customer".repeat(60);
    String operators = "SELECT " + "+".repeat(2_000) + "1";

    assertThat(List.of(subqueries, calls, joins, operators))
        .allSatisfy(statement ->
            assertThatThrownBy(() -> read(statement)).isInstanceOf(CustardException.class));
  }

  @Test
  void refusesFilesAndTheNetwork() {
    assertThat(
            List.of(
                "FROM read_text('/etc/hostname')",
                "FROM '/etc/hostname'",
                "FROM read_csv('http://127.0.0.1:9/x.csv')",
                "FROM glob('/*')"))
        .allSatisfy(statement ->
            assertThatThrownBy(() -> read(statement)).isInstanceOf(CustardException.class));
  }

  @Test
  void boundsMemory() {
    assertThatThrownBy(() -> read("SELECT * FROM range(100000000) n(i) ORDER BY hash(i)"))
        .hasMessageContaining("more memory");
  }

  @Test
  void lockedSettingsStay() {
    assertThatThrownBy(() -> read("SELECT set_config('threads', '9')"))
        .isInstanceOf(CustardException.class);
    assertThat(read("SELECT current_setting('enable_external_access')").rows())
        .isEqualTo("[false]");
  }

  @Test
  void tellsNoValueInAFailure() {
    assertThatThrownBy(() -> read("SELECT secret_column FROM customer"))
        .hasMessageContaining("names or types")
        .hasMessageNotContaining("secret");
  }
}

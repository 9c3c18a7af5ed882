package io.custard.agent.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.Truncation;
import io.custard.testkit.database.EveryEncoding;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session layer against a real file, below the guard. */
class DuckDatabaseTest {
  private static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);
  private static final long PLENTY_MILLIS = 20_000;
  private static final String ENDLESS = "WITH n(i) AS (FROM range(9000000000000000000)) ";
  private static final Loop LOOP = new Loop();

  @TempDir static Path folder;
  private static DuckDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    Path file = folder.resolve("a shop.db");
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
    ReadRows result = query("SELECT " + expression);

    assertThat(result.columns().getFirst().type()).isEqualTo(type);
    assertThat(result.rows()).isEqualTo("[" + json + "]");
    EveryEncoding.assertSame(LOOP, database, "SELECT " + expression);
  }

  @Test
  void describesTablesViewsAndKeys() {
    List<TableDescription> tables = new ArrayList<>();

    int count =
        LOOP.get(() ->
            database.discover(table -> {
              tables.add(table);
              return Future.succeededFuture();
            }));

    assertThat(count).isEqualTo(3);
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
    assertThatThrownBy(() -> query(statement))
        .isInstanceOfSatisfying(
            CustardException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));
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
    assertThat(query(statement).rows()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM query('SELECT 1')",
        "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))"
      })
  void refusesToRunText(String statement) {
    assertThatThrownBy(() -> query(statement))
        .isInstanceOfSatisfying(
            CustardException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SQL_FUNCTION_NOT_ALLOWED));
  }

  @Test
  void refusesWhatDuckdbCouldNotBeStoppedPlanning() {
    String subqueries = "SELECT " + "(SELECT ".repeat(30) + "1" + ")".repeat(30);
    String calls = "SELECT " + "abs(".repeat(900) + "1" + ")".repeat(900);
    String joins = "SELECT 1 FROM customer" + ", customer".repeat(60);
    String operators = "SELECT " + "+".repeat(2_000) + "1";

    assertThat(List.of(subqueries, calls, joins, operators))
        .allSatisfy(statement ->
            assertThatThrownBy(() -> query(statement)).isInstanceOf(CustardException.class));
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
            assertThatThrownBy(() -> query(statement)).isInstanceOf(CustardException.class));
  }

  @Test
  void boundsMemory() {
    assertThatThrownBy(() -> query("SELECT * FROM range(100000000) n(i) ORDER BY hash(i)"))
        .hasMessageContaining("more memory");
  }

  @Test
  void lockedSettingsStay() {
    assertThatThrownBy(() -> query("SELECT set_config('threads', '9')"))
        .isInstanceOf(CustardException.class);
    assertThat(query("SELECT current_setting('enable_external_access')").rows())
        .isEqualTo("[false]");
  }

  @Test
  void endsAtItsDeadline() {
    long start = System.nanoTime();

    assertThatThrownBy(() ->
            ReadRows.of(
                LOOP,
                LOOP.get(() ->
                    database.open(
                        ENDLESS + "SELECT count(*) FROM n WHERE hash(i) = 1",
                        ResultShape.json(WIDE),
                        300))))
        .isInstanceOfSatisfying(
            CustardException.class,
            late -> assertThat(late.code()).isEqualTo(ErrorCode.QUERY_DEADLINE_EXCEEDED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void closingStopsWhatRuns() {
    RowCursor cursor =
        LOOP.get(() ->
            database.open(
                ENDLESS + "SELECT count(*) FROM n WHERE hash(i) = 1",
                ResultShape.json(WIDE),
                PLENTY_MILLIS));
    long start = System.nanoTime();

    LOOP.get(cursor::close);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void readsNoFasterThanAsked() {
    RowCursor cursor =
        LOOP.get(() ->
            database.open(ENDLESS + "SELECT i FROM n", ResultShape.json(WIDE), PLENTY_MILLIS));

    Optional<RowChunk> first = LOOP.get(cursor::next);
    Optional<RowChunk> second = LOOP.get(cursor::next);
    LOOP.get(cursor::close);

    int read = first.orElseThrow().rows();
    assertThat(read).isBetween(1, RowChunks.CHUNK_ROWS);
    assertThat(text(second.orElseThrow())).startsWith("[%d],[%d]".formatted(read, read + 1));
  }

  @Test
  void saysWhichCapCutTheResult() {
    RowCursor cursor =
        LOOP.get(() ->
            database.open(
                ENDLESS + "SELECT i FROM n",
                ResultShape.json(new RowCaps(7, 1_000)),
                PLENTY_MILLIS));

    assertThat(ReadRows.of(LOOP, cursor).truncation()).contains(new Truncation(Truncation.ROWS, 7));
  }

  @Test
  void tellsNoValueInAFailure() {
    assertThatThrownBy(() -> query("SELECT secret_column FROM customer"))
        .hasMessageContaining("names or types")
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysThatAFileIsMissingOrNoDatabase() throws Exception {
    Path text =
        Files.writeString(
            folder.resolve("text.db"), "no database at all, but long enough ".repeat(40));

    assertThatThrownBy(
            () -> LOOP.get(new DuckDatabase(LOOP.vertx(), folder.resolve("none"))::probe))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> LOOP.get(new DuckDatabase(LOOP.vertx(), text)::probe))
        .hasMessageContaining("no database that DuckDB");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void warnsOfAFileThatTheAgentMayWrite() {
    Checkup checkup = LOOP.get(database::probe);

    assertThat(checkup.version()).startsWith("DuckDB v1.");
    assertThat(checkup.roleFindings()).anyMatch(finding -> finding.contains("write"));
    assertThat(checkup.roleRepair()).contains(folder.toString());
  }

  private static ReadRows query(String sql) {
    return ReadRows.of(LOOP, database, sql, WIDE, PLENTY_MILLIS);
  }

  private static String text(RowChunk chunk) {
    return StandardCharsets.UTF_8.decode(chunk.payload().duplicate()).toString();
  }
}

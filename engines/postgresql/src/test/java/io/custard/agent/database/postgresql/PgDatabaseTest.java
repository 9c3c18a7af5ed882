package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.Truncation;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.TestingPostgres;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session layer against a real server, below the guard. */
class PgDatabaseTest {
  private static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);
  private static final Loop LOOP = new Loop();
  private static final PgDatabase DATABASE = database(TestingPostgres.reader());

  private record Result(List<ResultColumn> columns, String rows, Optional<Truncation> truncation) {}

  @AfterAll
  static void close() {
    LOOP.get(DATABASE::close);
    LOOP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "9007199254740993::bigint | INTEGER | 9007199254740993",
        "(-32768)::smallint | INTEGER | -32768",
        "4294967295::oid | INTEGER | 4294967295",
        "true | BOOLEAN | true",
        "null::int | INTEGER | null",
        "12345678901234567890.123456789012345678900::numeric | DECIMAL |"
            + " 12345678901234567890.123456789012345678900",
        "'NaN'::numeric | DECIMAL | \"NaN\"",
        "'-Infinity'::numeric | DECIMAL | \"-Infinity\"",
        "0.1::float8 + 0.2 | FLOAT | 0.30000000000000004",
        "1e-300::float8 | FLOAT | 1e-300",
        "3.4028235e38::float4 | FLOAT | 3.4028235e+38",
        "'NaN'::float8 | FLOAT | \"NaN\"",
        "'-Infinity'::float4 | FLOAT | \"-Infinity\"",
        "'2024-02-29'::date | DATE | \"2024-02-29\"",
        "'0044-03-15 BC'::date | DATE | \"-0043-03-15\"",
        "'0001-01-01 BC'::date | DATE | \"0000-01-01\"",
        "'12345-06-07'::date | DATE | \"+12345-06-07\"",
        "'infinity'::date | DATE | \"infinity\"",
        "'24:00:00'::time | TIME | \"24:00:00\"",
        "'12:34:56.000001'::time | TIME | \"12:34:56.000001\"",
        "'12:34:56-03:30'::timetz | TIME | \"12:34:56-03:30\"",
        "'12:34:56+02'::timetz | TIME | \"12:34:56+02:00\"",
        "'2024-01-02 03:04:05.123456'::timestamp | TIMESTAMP | \"2024-01-02T03:04:05.123456\"",
        "'-infinity'::timestamp | TIMESTAMP | \"-infinity\"",
        "'2024-01-02 03:04:05Z'::timestamptz | TIMESTAMPTZ | \"2024-01-02T03:04:05Z\"",
        "'infinity'::timestamptz | TIMESTAMPTZ | \"infinity\"",
        "'45 days'::interval | INTERVAL | \"P45D\"",
        "'1 year -2 mons 3 days -04:05:06.789'::interval | INTERVAL |"
            + " \"P10M3DT-4H-5M-6.789S\"",
        "'36 hours'::interval | INTERVAL | \"PT36H\"",
        "'0'::interval | INTERVAL | \"PT0S\"",
        "'5A8B1C9E-0000-4000-8000-00000000000F'::uuid | UUID |"
            + " \"5a8b1c9e-0000-4000-8000-00000000000f\"",
        "'\\x00ff10'::bytea | BYTES | \"AP8Q\"",
        "''::bytea | BYTES | \"\"",
        "'{\"a\": 1.00000000000000000001, \"b\": [null]}'::json | JSON |"
            + " {\"a\": 1.00000000000000000001, \"b\": [null]}",
        "'null'::jsonb | JSON | null",
        "'\"x\"'::jsonb | JSON | \"x\"",
        "ARRAY[1,null,3] | ARRAY | [1,null,3]",
        "ARRAY[[1,2],[3,4]] | ARRAY | [[1,2],[3,4]]",
        "'[0:1]={1,2}'::int[] | ARRAY | [1,2]",
        "'{}'::text[] | ARRAY | []",
        "ARRAY['a,b','NULL',null,'','q\"\\{}'] | ARRAY | [\"a,b\",\"NULL\",null,\"\",\"q\\\"\\\\{}\"]",
        "ARRAY['calm','wild']::mood[] | ARRAY | [\"calm\",\"wild\"]",
        "ARRAY['{\"a\": 1}'::jsonb] | ARRAY | [{\"a\": 1}]",
        "ARRAY['2024-01-02'::date] | ARRAY | [\"2024-01-02\"]",
        "ARRAY['(1,1),(0,0)'::box, '(2,2),(1,1)'::box] | ARRAY |"
            + " [\"(1,1),(0,0)\",\"(2,2),(1,1)\"]",
        "'calm'::mood | TEXT | \"calm\"",
        "1.5::price | DECIMAL | 1.50",
        "'ab'::char(3) | TEXT | \"ab \"",
        "'x'::\"char\" | TEXT | \"x\"",
        "'pg'::name | TEXT | \"pg\"",
        "'tab\tquote\"back\\slash' | TEXT | \"tab\\tquote\\\"back\\\\slash\"",
        "'Grüße 🍮' | TEXT | \"Grüße 🍮\"",
        "chr(1) | TEXT | \"\\u0001\"",
        "'{not an array' | TEXT | \"{not an array\"",
        "1234.5::money | OTHER | \"$1,234.50\"",
        "'192.168.0.1/24'::inet | OTHER | \"192.168.0.1/24\"",
        "'08:00:2b:01:02:03'::macaddr | OTHER | \"08:00:2b:01:02:03\"",
        "B'101'::bit(3) | OTHER | \"101\"",
        "'<a>1</a>'::xml | OTHER | \"<a>1</a>\"",
        "'(1,2)'::point | OTHER | \"(1,2)\"",
        "int4range(1,5) | OTHER | \"[1,5)\"",
        "'a:1 b:2'::tsvector | OTHER | \"'a':1 'b':2\"",
        "row(1,'x') | OTHER | \"(1,x)\"",
        "'public.customer'::regclass | OTHER | \"customer\"",
      })
  void typesSurviveTheTripExactly(String expression, ColumnType type, String json) {
    Result result = read("SELECT " + expression + " AS v", WIDE);

    assertThat(result.columns()).containsExactly(new ResultColumn("v", type));
    assertThat(result.rows()).isEqualTo("[" + json + "]");
  }

  @Test
  void manyRowsKeepTheirOrderOverSeveralReads() {
    Result result = read("SELECT i, repeat('x', 100) FROM generate_series(1, 3000) i", WIDE);

    assertThat(result.rows().lines().count()).isEqualTo(1);
    assertThat(result.rows()).startsWith("[1,\"xxx").contains("],[3000,\"xxx");
    assertThat(result.rows().split("],\\[")).hasSize(3000);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void rowCapIsSaid() {
    Result result = read("SELECT i FROM generate_series(1, 1000000) i", new RowCaps(700, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(700);
    assertThat(result.truncation()).contains(new Truncation(Truncation.ROWS, 700));
  }

  @Test
  void aResultThatJustFitsIsNotTruncated() {
    Result result = read("SELECT i FROM generate_series(1, 500) i", new RowCaps(500, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(500);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void byteCapIsSaid() {
    Result result =
        read("SELECT repeat('x', 1000) FROM generate_series(1, 100000)", new RowCaps(9999, 50_000));

    assertThat(result.rows().length()).isBetween(45_000, 50_000);
    assertThat(result.truncation()).contains(new Truncation(Truncation.BYTES, 50_000));
  }

  @Test
  void aRowLargerThanAFrameIsAnErrorAndNotAnOutOfMemory() {
    assertFailure("SELECT repeat('x', 200000000)", ErrorCode.SQL_EXECUTION_FAILED);
  }

  @Test
  void aStatementWithoutResultIsOneWithoutColumns() {
    assertThat(read("SELECT FROM customer", WIDE).rows()).isEqualTo("[]");
  }

  @Test
  void slowStatementEndsAtItsDeadline() {
    long start = System.nanoTime();

    assertThatThrownBy(() -> read("SELECT pg_sleep(30), 'deadline-test'", WIDE, 300))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_DEADLINE_EXCEEDED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(TestingPostgres.running("deadline-test")).isZero();
  }

  @Test
  void cancelReachesTheDatabase() {
    RowCursor cursor = open("SELECT pg_sleep(30), 'cancel-test'");
    CompletableFuture<Object> rows = new CompletableFuture<>();
    LOOP.get(() -> {
      cursor.next().onComplete(rows::complete);
      return Future.succeededFuture();
    });
    await().until(() -> TestingPostgres.running("cancel-test") == 1);

    LOOP.get(cursor::close);

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("cancel-test") == 0);
  }

  @Test
  void unreadRowsStopTheServer() {
    RowCursor cursor =
        open("SELECT repeat('x', 100000), 'unread-test' FROM generate_series(1, 100000)");

    RowChunk first = LOOP.get(cursor::next).orElseThrow();

    assertThat(first.rows()).isEqualTo(1);
    LOOP.get(cursor::close);
    await().atMost(Duration.ofSeconds(3)).until(() -> TestingPostgres.running("unread-test") == 0);
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
    PgDatabase asSuperuser = database(TestingPostgres.superuser());

    assertThatThrownBy(() -> read(asSuperuser, sql, WIDE, 5_000))
        .isInstanceOfSatisfying(
            CustardException.class,
            e ->
                assertThat(e.code())
                    .isIn(ErrorCode.SQL_NOT_READ_ONLY, ErrorCode.SQL_EXECUTION_FAILED));

    LOOP.get(asSuperuser::close);
    assertThat(TestingPostgres.scalar("SELECT count(*) FROM customer WHERE name = 'x'"))
        .isEqualTo("0");
  }

  @Test
  void nothingThatAStatementSetSurvivesIt() {
    read("SELECT set_config('custard.leak', 'x', false)", WIDE);

    Result next = read("SELECT current_setting('custard.leak', true)", WIDE);

    assertThat(next.rows()).isIn("[null]", "[\"\"]");
  }

  @Test
  void twoStatementsAreRefusedByTheServer() {
    assertFailure("SELECT 1; SELECT 2", ErrorCode.SQL_EXECUTION_FAILED);
    assertThatThrownBy(() -> read("SELECT 1; DROP TABLE customer", WIDE))
        .hasMessageContaining("42601");
    assertThatThrownBy(() -> read("COMMIT; DROP TABLE customer", WIDE))
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
    read("SELECT 1", WIDE);

    assertThat(read("SELECT current_setting('" + setting + "')", WIDE).rows())
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
    PgDatabase roomy = database(TestingPostgres.address("roomy", "r"));

    assertThat(
            read(
                    roomy,
                    "SELECT current_setting('work_mem'), current_setting('temp_file_limit'),"
                        + " current_setting('search_path')",
                    WIDE,
                    5_000)
                .rows())
        .isEqualTo("[\"64MB\",\"2GB\",\"public, \\\"Odd Schema\\\", pg_temp\"]");
    LOOP.get(roomy::close);
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
    PgDatabase asSuperuser = database(TestingPostgres.superuser());

    assertThatThrownBy(() -> read(asSuperuser, sql, WIDE, 5_000))
        .isInstanceOf(CustardException.class);

    LOOP.get(asSuperuser::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMIT", "ROLLBACK", "COMMIT AND CHAIN", "ABORT"})
  void aStatementThatEndsTheTransactionLeavesAReadingSession(String sql) {
    PgDatabase asSuperuser = database(TestingPostgres.superuser());
    for (int i = 0; i < 4; i++) {
      read(asSuperuser, sql, WIDE, 5_000);
    }

    assertThatThrownBy(() -> read(asSuperuser, "INSERT INTO customer VALUES (9, 'x')", WIDE, 5_000))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));

    LOOP.get(asSuperuser::close);
  }

  @Test
  void costIsWhatThePlannerExpects() {
    double one = LOOP.get(() -> DATABASE.cost("SELECT 1")).orElseThrow();
    double many =
        LOOP.get(() -> DATABASE.cost("SELECT * FROM generate_series(1, 1000000) i ORDER BY 1"))
            .orElseThrow();

    assertThat(one).isLessThan(1);
    assertThat(many).isGreaterThan(1000);
    assertThat(LOOP.get(() -> DATABASE.cost("SELECT pg_sleep(30)"))).isPresent();
    assertThat(LOOP.get(() -> DATABASE.cost("SHOW work_mem"))).isEmpty();
    assertThat(LOOP.get(() -> DATABASE.cost("SELECT nix FROM customer"))).isEmpty();
    assertThat(LOOP.get(() -> DATABASE.cost("ANALYZE SELECT pg_sleep(30)"))).isEmpty();
  }

  @Test
  void errorsHoldNoValues() {
    assertThatThrownBy(() -> read("SELECT name::int FROM customer", WIDE))
        .hasMessageContaining("22P02")
        .hasMessageNotContaining("Ann");
  }

  @Test
  void wrongColumnsAreNamedByPosition() {
    assertThatThrownBy(() -> read("SELECT nix FROM customer", WIDE))
        .hasMessageContaining("a column does not exist")
        .hasMessageContaining("42703")
        .hasMessageContaining("position 8");
  }

  @Test
  void wrongPasswordIsNamedWithoutBeingPrinted() {
    assertRefused(
        TestingPostgres.address("reader", "sesame"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "reader");
  }

  @Test
  void wrongUserIsNamed() {
    assertRefused(
        TestingPostgres.address("nobody", "sesame"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "nobody");
  }

  @Test
  void wrongHostIsNamed() {
    assertRefused(
        at("no-such-host.invalid", TestingPostgres.port(), "shop"),
        ErrorCode.AGENT_DATABASE_HOST_UNKNOWN,
        "no-such-host.invalid");
  }

  @Test
  void wrongPortIsNamed() {
    assertRefused(at("127.0.0.1", 1, "shop"), ErrorCode.AGENT_DATABASE_PORT_REFUSED, "127.0.0.1:1");
  }

  @Test
  void wrongDatabaseIsNamed() {
    assertRefused(
        at("127.0.0.1", TestingPostgres.port(), "nix"),
        ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
        "nix");
  }

  @Test
  void probeSaysVersionAndFindsNothingAgainstAReader() {
    var checkup = LOOP.get(DATABASE::probe);

    assertThat(checkup.version()).startsWith("17");
    assertThat(checkup.roleWarning()).isNull();
  }

  @Test
  void powersOfTheRoleAreWarnedAbout() {
    PgDatabase writing = database(TestingPostgres.writer());
    PgDatabase almighty = database(TestingPostgres.superuser());

    assertThat(LOOP.get(writing::probe).roleWarning())
        .startsWith("The role may write to 1 table: public.customer.");
    assertThat(LOOP.get(almighty::probe).roleWarning()).startsWith("The role is a superuser.");

    LOOP.get(writing::close);
    LOOP.get(almighty::close);
  }

  @Test
  void discoveryFindsKeysCommentsAndViews() {
    List<TableDescription> tables = new ArrayList<>();

    int count =
        LOOP.get(() ->
            DATABASE.discover(table -> {
              tables.add(table);
              return Future.succeededFuture();
            }));

    assertThat(count).isEqualTo(5);
    assertThat(tables)
        .extracting(TableDescription::name, TableDescription::kind)
        .containsExactly(
            tuple("Table, with {braces}", "table"),
            tuple("big_order", "view"),
            tuple("customer", "table"),
            tuple("order_count", "view"),
            tuple("orders", "table"));
    assertThat(tables.get(0).columns().getFirst().name()).isEqualTo("a \"quoted\" column");
    assertThat(tables.get(2))
        .isEqualTo(
            new TableDescription(
                "public",
                "customer",
                "table",
                "Who buys",
                1,
                List.of(
                    new Column("id", ColumnType.INTEGER, "bigint", false, null),
                    new Column("name", ColumnType.TEXT, "text", false, "As on the invoice"),
                    new Column("mood", ColumnType.TEXT, "mood", true, null),
                    new Column("born", ColumnType.DATE, "date", true, null),
                    new Column("tags", ColumnType.ARRAY, "text[]", true, null)),
                List.of("id"),
                List.of()));
    assertThat(tables.get(4).primaryKey()).containsExactly("customer_id", "no");
    assertThat(tables.get(4).columns().get(2))
        .isEqualTo(new Column("total", ColumnType.DECIMAL, "price", true, null));
    assertThat(tables.get(4).foreignKeys())
        .containsExactly(
            new ForeignKey(List.of("customer_id"), "public", "customer", List.of("id")));
  }

  private static void assertRefused(DatabaseAddress address, ErrorCode code, String named) {
    PgDatabase database = database(address);

    assertThatThrownBy(() -> LOOP.get(database::probe))
        .hasMessageContaining(named)
        .hasMessageNotContaining("sesame")
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));

    assertThatThrownBy(() -> read(database, "SELECT 1", WIDE, 5_000))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static DatabaseAddress at(String host, int port, String name) {
    return new DatabaseAddress(
        host,
        port,
        name,
        "reader",
        TestingPostgres.READER_PASSWORD,
        DatabaseAddress.TlsMode.PREFER);
  }

  private static void assertFailure(String sql, ErrorCode code) {
    assertThatThrownBy(() -> read(sql, WIDE))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static PgDatabase database(DatabaseAddress address) {
    return new PgDatabase(LOOP.vertx(), address, 2);
  }

  private static RowCursor open(String sql) {
    return LOOP.get(() -> DATABASE.open(sql, WIDE, 20_000));
  }

  private static Result read(String sql, RowCaps caps) {
    return read(DATABASE, sql, caps, 10_000);
  }

  private static Result read(String sql, RowCaps caps, long timeoutMillis) {
    return read(DATABASE, sql, caps, timeoutMillis);
  }

  private static Result read(PgDatabase database, String sql, RowCaps caps, long timeoutMillis) {
    RowCursor cursor = LOOP.get(() -> database.open(sql, caps, timeoutMillis));
    try {
      List<String> chunks = new ArrayList<>();
      Optional<RowChunk> chunk = LOOP.get(cursor::next);
      while (chunk.isPresent()) {
        chunks.add(StandardCharsets.UTF_8.decode(chunk.get().payload()).toString());
        chunk = LOOP.get(cursor::next);
      }
      return new Result(cursor.columns(), String.join(",", chunks), cursor.truncation());
    } finally {
      LOOP.get(cursor::close);
    }
  }
}

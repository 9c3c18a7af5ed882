package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngines;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.Truncation;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session layer against a real server, below the guard. */
class MySqlDatabaseTest {
  private static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);
  private static final Loop LOOP = new Loop();
  private static final MySqlDatabase DATABASE = database(TestingMariaDb.reader());

  @AfterAll
  static void close() {
    LOOP.get(DATABASE::close);
    LOOP.close();
  }

  @Test
  void manyRowsKeepTheirOrder() {
    ReadRows result = read("SELECT seq, repeat('x', 100) FROM seq_1_to_3000", WIDE);

    assertThat(result.rows()).startsWith("[1,\"xxx").contains("],[3000,\"xxx");
    assertThat(result.rows().split("],\\[")).hasSize(3000);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void rowCapIsSaid() {
    ReadRows result = read("SELECT seq FROM seq_1_to_1000000", new RowCaps(700, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(700);
    assertThat(result.truncation()).contains(new Truncation(Truncation.ROWS, 700));
  }

  @Test
  void aResultThatJustFitsIsNotTruncated() {
    ReadRows result = read("SELECT seq FROM seq_1_to_500", new RowCaps(500, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(500);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void byteCapIsSaid() {
    ReadRows result =
        read("SELECT repeat('x', 1000) FROM seq_1_to_100000", new RowCaps(9999, 50_000));

    assertThat(result.rows().length()).isBetween(45_000, 50_000);
    assertThat(result.truncation()).contains(new Truncation(Truncation.BYTES, 50_000));
  }

  @Test
  void aRowLargerThanAFrameIsAnErrorAndNotAnOutOfMemory() {
    assertFailure("SELECT repeat('x', 20000000)", ErrorCode.SQL_EXECUTION_FAILED);
    assertFailure("SELECT repeat('x', 1500000), 1", ErrorCode.SQL_EXECUTION_FAILED);
  }

  @Test
  void slowStatementEndsAtItsDeadline() {
    long start = System.nanoTime();

    assertThatThrownBy(() -> read("SELECT sleep(30), 'deadline-test'", WIDE, 300))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_DEADLINE_EXCEEDED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(TestingMariaDb.running("deadline-test")).isZero();
  }

  @Test
  void cancelReachesTheDatabase() {
    RowCursor cursor = open("SELECT sleep(30), 'cancel-test'");
    CompletableFuture<Object> rows = new CompletableFuture<>();
    LOOP.get(() -> {
      cursor.next().onComplete(rows::complete);
      return Future.succeededFuture();
    });
    await().until(() -> TestingMariaDb.running("cancel-test") == 1);

    LOOP.get(cursor::close);

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingMariaDb.running("cancel-test") == 0);
  }

  @Test
  void unreadRowsStopTheServer() {
    RowCursor cursor = open("SELECT repeat('x', 100000), 'unread-test' FROM seq_1_to_100000");

    RowChunk first = LOOP.get(cursor::next).orElseThrow();

    assertThat(first.rows()).isEqualTo(1);
    assertThat(TestingMariaDb.running("unread-test")).isEqualTo(1);
    LOOP.get(cursor::close);
    await().atMost(Duration.ofSeconds(3)).until(() -> TestingMariaDb.running("unread-test") == 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO customer (id, name) VALUES (9, 'x')",
        "UPDATE customer SET name = 'x'",
        "CREATE TABLE stolen (a int)",
        "DROP TABLE customer",
        "TRUNCATE TABLE orders",
        "GRANT ALL ON *.* TO reader",
        "ALTER USER reader IDENTIFIED BY 'x'",
        "SELECT nextval(numbers)",
        "SELECT * FROM customer FOR UPDATE",
      })
  void writesAreRefusedEvenWithoutTheGuardAndWithEveryRight(String sql) {
    MySqlDatabase asAlmighty = database(TestingMariaDb.almighty());

    assertThatThrownBy(() -> read(asAlmighty, sql, WIDE, 5_000))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));

    LOOP.get(asAlmighty::close);
    assertThat(TestingMariaDb.scalar("SELECT count(*) FROM shop_1.customer WHERE name = 'x'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"SELECT 1; SELECT 2", "SELECT 1; COMMIT; CREATE TABLE stolen (a int)"})
  void severalStatementsAreRefused(String sql) {
    assertFailure(sql, ErrorCode.SQL_EXECUTION_FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BEGIN NOT ATOMIC COMMIT; SET SESSION TRANSACTION READ WRITE; DELETE FROM customer; END",
        "SELECT name FROM customer INTO OUTFILE 'stolen.txt'",
        "SELECT name FROM customer LIMIT 1 INTO @stolen",
        "SET SESSION TRANSACTION READ WRITE",
        "USE odd",
        "COMMIT",
      })
  void whatReturnsNoRowsIsNotRunEvenWithEveryRight(String sql) {
    MySqlDatabase asAlmighty = database(TestingMariaDb.almighty());

    assertThatThrownBy(() -> read(asAlmighty, sql, WIDE, 5_000))
        .hasMessageContaining("returns no rows")
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));

    LOOP.get(asAlmighty::close);
    assertThat(TestingMariaDb.scalar("SELECT count(*) FROM shop_1.customer")).isEqualTo("1");
  }

  @Test
  void aPlanIsRows() {
    assertThat(read("EXPLAIN SELECT * FROM customer", WIDE).columns()).hasSize(10);
    assertThat(read("EXPLAIN FORMAT=JSON SELECT * FROM customer", WIDE).rows())
        .contains("query_block");
  }

  @Test
  void noFileOfThisMachineIsGivenToTheServer() {
    MySqlDatabase asAlmighty = database(TestingMariaDb.almighty());
    String load = "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE closed.hidden";

    assertThatThrownBy(() -> read(asAlmighty, load, WIDE, 5_000))
        .isInstanceOf(CustardException.class);

    LOOP.get(asAlmighty::close);
    assertThat(TestingMariaDb.scalar("SELECT count(*) FROM closed.hidden")).isEqualTo("0");
  }

  @Test
  void nothingAStatementSetsSurvivesIt() {
    read("SELECT @stolen := 1", WIDE);
    read("SET STATEMENT max_statement_time = 0 FOR SELECT 1", WIDE);

    assertThat(read("SELECT @stolen, @@tx_read_only, @@sql_mode", WIDE).rows())
        .isEqualTo(
            "[null,1,\"STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION\"]");
  }

  @Test
  void problemsOfTheConnectionAreNamedWithoutSecrets() {
    assertRefused(
        TestingMariaDb.address("reader", "sesame"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "reader");
    assertRefused(
        new DatabaseAddress(
            "127.0.0.1", 1, "shop_1", "reader", "sesame", DatabaseAddress.TlsMode.PREFER),
        ErrorCode.AGENT_DATABASE_PORT_REFUSED,
        "127.0.0.1:1");
  }

  @Test
  void probeSaysVersionAndFindsNothingAgainstAReader() {
    Checkup checkup = LOOP.get(DATABASE::probe);

    assertThat(checkup).isEqualTo(Checkup.clean("MariaDB 11.4.5"));
  }

  @Test
  void powersOfTheRoleAreFoundAndRepairable() {
    MySqlDatabase writing = database(TestingMariaDb.writer());
    MySqlDatabase almighty = database(TestingMariaDb.almighty());

    Checkup checkup = LOOP.get(writing::probe);

    assertThat(checkup.roleFindings())
        .containsExactlyInAnyOrder(
            "The role can read and write files of the server (FILE).",
            "The role can see what other sessions run (PROCESS).",
            "The role can write to `shop_1`.`customer`.",
            "The role can run stored routines on FUNCTION `shop_1`.`doubled`.");
    assertThat(checkup.roleRepair())
        .contains("IDENTIFIED BY 'choose-a-password';")
        .contains("GRANT SELECT, SHOW VIEW ON `shop\\_1`.* TO 'custard_reader'@'%';");
    assertThat(LOOP.get(almighty::probe).roleFindings())
        .contains("The role has all privileges on the whole server.");
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
        .extracting(TableDescription::schema, TableDescription::name, TableDescription::kind)
        .containsExactly(
            tuple("odd", "Table, with {braces}", "table"),
            tuple("odd", "every_type", "table"),
            tuple("shop_1", "big_order", "view"),
            tuple("shop_1", "customer", "table"),
            tuple("shop_1", "orders", "table"));
    assertThat(tables.get(0).columns().getFirst().name()).isEqualTo("a `quoted` column");
    assertThat(tables.get(3).comment()).isEqualTo("Who buys");
    assertThat(tables.get(3).columns())
        .startsWith(
            new Column("id", ColumnType.INTEGER, "bigint(20) unsigned", false, null),
            new Column("name", ColumnType.TEXT, "varchar(100)", false, "As on the invoice"));
    assertThat(tables.get(4).primaryKey()).containsExactly("customer_id", "no");
    assertThat(tables.get(4).foreignKeys())
        .containsExactly(
            new ForeignKey(List.of("customer_id"), "shop_1", "customer", List.of("id")));
  }

  @Test
  void thePlannersCostGrowsWithTheWork() {
    double little = LOOP.get(() -> DATABASE.cost("SELECT * FROM customer")).orElseThrow();
    double much =
        LOOP.get(() -> DATABASE.cost("SELECT * FROM seq_1_to_10000 a, seq_1_to_10000 b"))
            .orElseThrow();

    assertThat(much).isGreaterThan(1_000 * little);
    assertThat(LOOP.get(() -> DATABASE.cost("SELECT * FROM big_order"))).isPresent();
    assertThat(LOOP.get(() -> DATABASE.cost("EXPLAIN SELECT 1"))).isEmpty();
  }

  @Test
  void bothSchemesFindTheEngine() {
    assertThat(DatabaseEngines.of("mariadb")).containsInstanceOf(MySqlEngine.class);
    assertThat(DatabaseEngines.of("mysql")).containsInstanceOf(MySqlEngine.class);
  }

  private static void assertRefused(DatabaseAddress address, ErrorCode code, String named) {
    MySqlDatabase database = database(address);

    assertThatThrownBy(() -> LOOP.get(database::probe))
        .hasMessageContaining(named)
        .hasMessageNotContaining("sesame")
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThatThrownBy(() -> read(database, "SELECT 1", WIDE, 5_000))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void assertFailure(String sql, ErrorCode code) {
    assertThatThrownBy(() -> read(sql, WIDE))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static MySqlDatabase database(DatabaseAddress address) {
    return new MySqlDatabase(LOOP.vertx(), address, 2);
  }

  private static RowCursor open(String sql) {
    return LOOP.get(() -> DATABASE.open(sql, ResultShape.json(WIDE), 20_000));
  }

  private static ReadRows read(String sql, RowCaps caps) {
    return read(DATABASE, sql, caps, 10_000);
  }

  private static ReadRows read(String sql, RowCaps caps, long timeoutMillis) {
    return read(DATABASE, sql, caps, timeoutMillis);
  }

  private static ReadRows read(
      MySqlDatabase database, String sql, RowCaps caps, long timeoutMillis) {
    return ReadRows.of(LOOP, database, sql, caps, timeoutMillis);
  }
}

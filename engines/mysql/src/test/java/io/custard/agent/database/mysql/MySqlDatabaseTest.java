package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngines;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import io.custard.testkit.database.ServerDatabaseContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session layer against a real server, below the guard. */
class MySqlDatabaseTest extends ServerDatabaseContract {
  private static final Loop LOOP = new Loop();
  private static final MySqlDatabase DATABASE = as(TestingMariaDb.reader());

  @AfterAll
  static void close() {
    LOOP.get(DATABASE::close);
    LOOP.close();
  }

  @Override
  protected Loop loop() {
    return LOOP;
  }

  @Override
  protected MySqlDatabase database() {
    return DATABASE;
  }

  @Override
  protected MySqlDatabase database(DatabaseAddress address) {
    return as(address);
  }

  @Override
  protected DatabaseAddress reader() {
    return TestingMariaDb.reader();
  }

  @Override
  protected String numbers(long count) {
    return "(SELECT seq AS i FROM seq_1_to_%d) n".formatted(count);
  }

  @Override
  protected String slow(String marker) {
    return "SELECT sleep(30), '%s'".formatted(marker);
  }

  @Override
  protected int running(String marker) {
    return TestingMariaDb.running(marker);
  }

  @Test
  void aRowLargerThanAFrameIsAnErrorAndNotAnOutOfMemory() {
    assertFailure("SELECT repeat('x', 20000000)", ErrorCode.SQL_EXECUTION_FAILED);
    assertFailure("SELECT repeat('x', 1500000), 1", ErrorCode.SQL_EXECUTION_FAILED);
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
    MySqlDatabase asAlmighty = as(TestingMariaDb.almighty());

    assertThatThrownBy(() -> readAs(asAlmighty, sql))
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
    MySqlDatabase asAlmighty = as(TestingMariaDb.almighty());

    assertThatThrownBy(() -> readAs(asAlmighty, sql))
        .hasMessageContaining("returns no rows")
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY));

    LOOP.get(asAlmighty::close);
    assertThat(TestingMariaDb.scalar("SELECT count(*) FROM shop_1.customer")).isEqualTo("1");
  }

  @Test
  void aPlanIsRows() {
    assertThat(read("EXPLAIN SELECT * FROM customer").columns()).hasSize(10);
    assertThat(read("EXPLAIN FORMAT=JSON SELECT * FROM customer").rows()).contains("query_block");
  }

  @Test
  void noFileOfThisMachineIsGivenToTheServer() {
    MySqlDatabase asAlmighty = as(TestingMariaDb.almighty());
    String load = "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE closed.hidden";

    assertThatThrownBy(() -> readAs(asAlmighty, load)).isInstanceOf(CustardException.class);

    LOOP.get(asAlmighty::close);
    assertThat(TestingMariaDb.scalar("SELECT count(*) FROM closed.hidden")).isEqualTo("0");
  }

  @Test
  void nothingAStatementSetsSurvivesIt() {
    read("SELECT @stolen := 1");
    read("SET STATEMENT max_statement_time = 0 FOR SELECT 1");

    assertThat(read("SELECT @stolen, @@tx_read_only, @@sql_mode").rows())
        .isEqualTo(
            "[null,1,\"STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION\"]");
  }

  @Test
  void probeSaysVersionAndFindsNothingAgainstAReader() {
    Checkup checkup = LOOP.get(DATABASE::probe);

    assertThat(checkup).isEqualTo(Checkup.clean("MariaDB 11.4.5"));
  }

  @Test
  void powersOfTheRoleAreFoundAndRepairable() {
    MySqlDatabase writing = as(TestingMariaDb.writer());
    MySqlDatabase almighty = as(TestingMariaDb.almighty());

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
    List<TableDescription> tables = discovered();

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

  private static MySqlDatabase as(DatabaseAddress address) {
    return new MySqlDatabase(LOOP.vertx(), address, 2);
  }

  private static ReadRows readAs(MySqlDatabase database, String sql) {
    return ReadRows.of(LOOP, database, sql, WIDE, 5_000);
  }
}

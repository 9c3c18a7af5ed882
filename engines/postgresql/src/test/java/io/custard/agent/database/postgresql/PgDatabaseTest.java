package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ServerDatabaseContract;
import io.custard.testkit.database.TestingPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What every engine promises, the probe, schema and costs, against a real server. */
class PgDatabaseTest extends ServerDatabaseContract {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @Override
  protected Loop loop() {
    return POSTGRES.loop();
  }

  @Override
  protected PgDatabase database() {
    return POSTGRES.asReader();
  }

  @Override
  protected PgDatabase database(DatabaseAddress address) {
    return POSTGRES.database(address);
  }

  @Override
  protected DatabaseAddress reader() {
    return TestingPostgres.reader();
  }

  @Override
  protected String numbers(long count) {
    return "generate_series(1, %d) i".formatted(count);
  }

  @Override
  protected String slow(String marker) {
    return "SELECT pg_sleep(30), '%s'".formatted(marker);
  }

  @Override
  protected int running(String marker) {
    return TestingPostgres.running(marker);
  }

  @Test
  void wrongDatabaseIsNamed() {
    assertRefused(
        new DatabaseAddress(
            reader().host(),
            reader().port(),
            "nix",
            reader().user(),
            reader().password(),
            reader().tls()),
        ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
        "nix");
  }

  @Test
  void aRowLargerThanAFrameIsAnErrorAndNotAnOutOfMemory() {
    assertFailure("SELECT repeat('x', 200000000)", ErrorCode.SQL_EXECUTION_FAILED);
  }

  @Test
  void aStatementWithoutResultIsOneWithoutColumns() {
    assertThat(read("SELECT FROM customer").rows()).isEqualTo("[]");
  }

  @Test
  void costIsWhatThePlannerExpects() {
    double one = POSTGRES.loop().get(() -> POSTGRES.asReader().cost("SELECT 1")).orElseThrow();
    double many =
        POSTGRES
            .loop()
            .get(() ->
                POSTGRES.asReader().cost("SELECT * FROM generate_series(1, 1000000) i ORDER BY 1"))
            .orElseThrow();

    assertThat(one).isLessThan(1);
    assertThat(many).isGreaterThan(1000);
    assertThat(POSTGRES.loop().get(() -> POSTGRES.asReader().cost("SELECT pg_sleep(30)")))
        .isPresent();
    assertThat(POSTGRES.loop().get(() -> POSTGRES.asReader().cost("SHOW work_mem"))).isEmpty();
    assertThat(POSTGRES.loop().get(() -> POSTGRES.asReader().cost("SELECT nix FROM customer")))
        .isEmpty();
    assertThat(POSTGRES.loop().get(() -> POSTGRES.asReader().cost("ANALYZE SELECT pg_sleep(30)")))
        .isEmpty();
  }

  @Test
  void probeSaysVersionAndFindsNothingAgainstAReader() {
    var checkup = POSTGRES.loop().get(POSTGRES.asReader()::probe);

    assertThat(checkup.version()).startsWith("17");
    assertThat(checkup.roleWarning()).isNull();
  }

  @Test
  void powersOfTheRoleAreWarnedAbout() {
    PgDatabase writing = POSTGRES.database(TestingPostgres.writer());
    PgDatabase almighty = POSTGRES.database(TestingPostgres.superuser());

    assertThat(POSTGRES.loop().get(writing::probe).roleWarning())
        .startsWith("The role may write to 1 table: public.customer.");
    assertThat(POSTGRES.loop().get(almighty::probe).roleWarning())
        .startsWith("The role is a superuser.");

    POSTGRES.loop().get(writing::close);
    POSTGRES.loop().get(almighty::close);
  }

  @Test
  void discoveryFindsKeysCommentsAndViews() {
    List<TableDescription> tables = discovered();

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
}

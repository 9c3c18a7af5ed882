package io.custard.agent.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
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
class SqliteDatabaseTest extends FileDatabaseContract {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
  private static final Loop LOOP = new Loop();

  @TempDir static Path folder;
  private static Path file;
  private static SqliteDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    file = folder.resolve("a shop?mode=rwc#.db");
    try (Connection writer = TestingSqlite.writer(folder.resolve("plain.db"));
        Statement statement = writer.createStatement()) {
      statement.execute("CREATE TABLE customer(id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)");
      statement.execute(
          "CREATE TABLE purchase(id INTEGER PRIMARY KEY, customer_id INT REFERENCES customer,"
              + " at DATETIME, paid BOOLEAN, note JSON, amount DECIMAL(10,2))");
      statement.execute("CREATE VIEW paid AS SELECT * FROM purchase WHERE paid");
      statement.execute("INSERT INTO customer VALUES(1, 'Ada'), (2, 'Grace')");
      statement.execute(
          "INSERT INTO purchase VALUES(1, 1, '2024-02-03 10:11:12.5', 1, '{\"gift\": true}', 12.5),"
              + " (2, 2, 'next week', 0, 'not json', 3)");
    }
    assertThat(folder.resolve("plain.db").toFile().renameTo(file.toFile())).isTrue();
    database = new SqliteDatabase(LOOP.vertx(), file);
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
  protected SqliteDatabase database() {
    return database;
  }

  @Override
  protected SqliteDatabase database(Path other) {
    return new SqliteDatabase(LOOP.vertx(), other);
  }

  @Override
  protected Path file() {
    return file;
  }

  @Override
  protected String numbers(long count) {
    return "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT i"
            .formatted(count)
        + " FROM n)";
  }

  @Override
  protected String text(int length) {
    return "printf('%%.*c', %d, 'x')".formatted(length);
  }

  @Override
  protected String slow(String marker) {
    return ENDLESS + "SELECT count(*), '%s' FROM n".formatted(marker);
  }

  @Override
  protected String product() {
    return "SQLite 3.";
  }

  @Override
  protected String noDatabase() {
    return "not a SQLite database";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "9007199254740993 | INTEGER | 9007199254740993",
        "-9223372036854775808 | INTEGER | -9223372036854775808",
        "count(*) | INTEGER | 1",
        "0.1 + 0.2 | FLOAT | 0.30000000000000004",
        "1e400 | FLOAT | \"Infinity\"",
        "-1e400 | FLOAT | \"-Infinity\"",
        "'a\"b' | TEXT | \"a\\\"b\"",
        "x'00ff' | BYTES | \"AP8=\"",
        "null | OTHER | null"
      })
  void writesValuesExactly(String expression, ColumnType type, String json) {
    ReadRows result = read("SELECT " + expression);

    assertThat(result.columns().getFirst().type()).isEqualTo(type);
    assertThat(result.rows()).isEqualTo("[" + json + "]");
    EveryEncoding.assertSame(LOOP, database, "SELECT " + expression);
  }

  @Test
  void writesDeclaredColumnsAsTheirTypeAndOtherValuesAsTheyAreStored() {
    ReadRows result = read("SELECT at, paid, note, amount FROM purchase ORDER BY id");

    assertThat(result.columns())
        .extracting(ResultColumn::type)
        .containsExactly(
            ColumnType.TIMESTAMP, ColumnType.BOOLEAN, ColumnType.JSON, ColumnType.DECIMAL);
    assertThat(result.rows())
        .isEqualTo(
            "[\"2024-02-03T10:11:12.5\",true,{\"gift\": true},12.5],"
                + "[\"next week\",false,\"not json\",3]");
  }

  @Test
  void describesTablesViewsAndKeys() {
    List<TableDescription> tables = discovered();

    assertThat(tables)
        .extracting(TableDescription::name)
        .containsExactly("customer", "paid", "purchase");
    assertThat(tables.get(1).kind()).isEqualTo(TableDescription.VIEW);
    assertThat(tables.get(2).primaryKey()).containsExactly("id");
    assertThat(tables.get(2).foreignKeys())
        .containsExactly(new ForeignKey(List.of("customer_id"), "main", "customer", List.of("id")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DELETE FROM customer",
        "SELECT 1) ; DELETE FROM customer; SELECT (1",
        "SELECT 1 /* open",
        "PRAGMA query_only = 0",
        "VACUUM",
        "WITH c AS (SELECT 1) DELETE FROM customer",
        "EXPLAIN DELETE FROM customer",
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
        "EXPLAIN QUERY PLAN SELECT 1"
      })
  void answersOneQuery(String statement) {
    assertThat(read(statement).rows()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replicate('x', 2000000000)", "padl('x', 2000000000)"})
  void refusesTheDriversUnboundedFunctions(String call) {
    assertThatThrownBy(() -> read("SELECT " + call)).isInstanceOf(CustardException.class);
  }

  @Test
  void refusesNestingThatWouldEndTheProcess() {
    String deep =
        "SELECT * FROM " + "(SELECT * FROM ".repeat(5_000) + "customer" + ")".repeat(5_000);

    assertFailure(deep, ErrorCode.SQL_TOO_LARGE);
  }

  @Test
  void stopsAStatementThatNeedsTooMuchMemory() {
    String hungry = ENDLESS + "SELECT count(*) FROM (SELECT randomblob(2000) b FROM n ORDER BY b)";

    assertThatThrownBy(() -> read(hungry)).hasMessageContaining("MiB of memory");
  }

  @Test
  void tellsNoValueInAFailure() {
    assertThatThrownBy(() -> read("SELECT secret_column FROM customer"))
        .hasMessageContaining("a column that does not exist")
        .hasMessageNotContaining("secret");
  }
}

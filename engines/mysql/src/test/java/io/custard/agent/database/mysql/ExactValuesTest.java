package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.database.RowCaps;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.testkit.database.EveryEncoding;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from a real server, to the last digit. */
class ExactValuesTest {
  private static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);
  private static final Loop LOOP = new Loop();
  private static final MySqlDatabase DATABASE =
      new MySqlDatabase(LOOP.vertx(), TestingMariaDb.reader(), 2);

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
        "9007199254740993 | INTEGER | 9007199254740993",
        "CAST(18446744073709551615 AS UNSIGNED) | INTEGER | 18446744073709551615",
        "-9223372036854775808 + 0 | INTEGER | -9223372036854775808",
        "1 = 1 | INTEGER | 1",
        "NULL | TEXT | null",
        "12345678901234567890.123456789012345678900 | DECIMAL |"
            + " 12345678901234567890.123456789012345678900",
        "-0.50 | DECIMAL | -0.50",
        "1.1e0 + 2.2e0 | FLOAT | 3.3000000000000003",
        "1e-300 | FLOAT | 1.0E-300",
        "DATE'2024-02-29' | DATE | \"2024-02-29\"",
        "CAST('0000-00-00' AS DATE) | DATE | \"0000-00-00\"",
        "TIME'12:34:56.000001' | TIME | \"12:34:56.000001\"",
        "TIME'-838:59:59' | TIME | \"-838:59:59\"",
        "TIMESTAMP'2024-01-02 03:04:05.120' | TIMESTAMP | \"2024-01-02T03:04:05.120\"",
        "TIMESTAMP'2024-01-02 00:00:00' | TIMESTAMP | \"2024-01-02T00:00:00\"",
        "X'00ff10' | BYTES | \"AP8Q\"",
        "b'101' | BYTES | \"BQ==\"",
        "_utf8mb4'Grüße 🍮' | TEXT | \"Grüße 🍮\"",
        "'tab\\tquote\"back\\\\slash' | TEXT | \"tab\\tquote\\\"back\\\\slash\"",
        "'' | TEXT | \"\"",
        "JSON_OBJECT('a', 1) | TEXT | \"{\\\"a\\\": 1}\"",
        "\"a string\" | TEXT | \"a string\"",
      })
  void typesSurviveTheTripExactly(String expression, ColumnType type, String json) {
    ReadRows result = read("SELECT " + expression + " AS v");

    assertThat(result.columns()).containsExactly(new ResultColumn("v", type));
    assertThat(result.rows()).isEqualTo("[" + json + "]");
    EveryEncoding.assertSame(LOOP, DATABASE, "SELECT " + expression + " AS v");
  }

  @Test
  void textsAreReadAsTheGuardReadsThem() {
    assertThat(read("SELECT 1 || 0, \"a\\\"b\", 'a\\'b'").rows())
        .isEqualTo("[1,\"a\\\"b\",\"a'b\"]");
  }

  @Test
  void columnsOfTablesSurviveTheTripExactly() {
    ReadRows result = read("SELECT * FROM orders, customer WHERE id = customer_id AND no = 1");

    assertThat(result.columns())
        .extracting(ResultColumn::type)
        .containsExactly(
            ColumnType.INTEGER,
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.TEXT,
            ColumnType.INTEGER,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.DATE,
            ColumnType.TIMESTAMP);
    assertThat(result.rows())
        .isEqualTo("[1,1,12.50,\"{}\",1,\"Ann\",\"calm\",\"1990-01-02\",null]");
  }

  @Test
  void everyTypeOfAColumnSurvives() {
    assertThat(read("SELECT * FROM odd.every_type").rows())
        .isEqualTo(
            "[-128,255,-32768,16777215,4294967295,18446744073709551615,1.5,0.1,"
                + "99999999999999999999999999999999999.123456789012345678901234567890,"
                + "true,\"000000000101\",2024,\"0000-00-00\",\"838:59:59.999\","
                + "\"9999-12-31T23:59:59.999999\",\"ab\",\"YWIA\",\"AAE=\",\"b,c\","
                + "\"5a8b1c9e-0000-4000-8000-00000000000f\",\"::1\","
                + "\"000000000101000000000000000000f03f0000000000000040\"]");
  }

  @Test
  void rowsOfManyKindsAreTheSameInEveryEncoding() {
    EveryEncoding.assertSame(LOOP, DATABASE, "SELECT * FROM odd.every_type");
    EveryEncoding.assertSame(LOOP, DATABASE, "SELECT * FROM customer, orders ORDER BY no");
    EveryEncoding.assertSame(
        LOOP,
        DATABASE,
        "SELECT seq, nullif(seq % 7, 0), if(seq % 2, '', null), concat('a, \"b\"\\r\\n\\\\', seq, '"
            + " 🍮'), char(0, 1, 2), json_object('k', seq, 'q', 'v,\"') FROM seq_1_to_3000");
  }

  private static ReadRows read(String sql) {
    return ReadRows.of(LOOP, DATABASE, sql, WIDE, 10_000);
  }
}

package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.testkit.database.ReadRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of value, against a real server. */
class PgTypesTest {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
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
        "ARRAY['a,b','NULL',null,'','q\"\\{}'] | ARRAY |"
            + " [\"a,b\",\"NULL\",null,\"\",\"q\\\"\\\\{}\"]",
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
    ReadRows result = POSTGRES.read("SELECT " + expression + " AS v");

    assertThat(result.columns()).containsExactly(new ResultColumn("v", type));
    assertThat(result.rows()).isEqualTo("[" + json + "]");
    POSTGRES.assertSameInEveryEncoding("SELECT " + expression + " AS v");
  }

  @Test
  void everyDigitOfALongNumberSurvives() {
    String digits = "123456789".repeat(111) + "1." + "987654321".repeat(111) + "0";

    assertThat(POSTGRES.read("SELECT " + digits + "::numeric").rows())
        .isEqualTo("[" + digits + "]");
    POSTGRES.assertSameInEveryEncoding("SELECT " + digits + "::numeric");
  }

  @Test
  void rowsOfManyKindsAreTheSameInEveryEncoding() {
    POSTGRES.assertSameInEveryEncoding(
        """
        SELECT i, nullif(i % 7, 0), CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'n' END,
          'a, "b"' || chr(13) || chr(10) || chr(1) || '\\' || i || ' 🍮 Grüße', i / 7.0::float8,
          ARRAY['x"y', NULL, 'a,b'], jsonb_build_object('k', i, 'q"', 'v,' || i),
          '{"a":' || chr(10) || '1}'::text, ('{"a":' || chr(10) || i || '}')::json,
          decode(lpad(to_hex(i), 8, '0'), 'hex'), i * interval '1 day 02:03:04.5',
          timestamptz '2024-02-29 12:00Z' + i * interval '1 hour', md5(i::text)::uuid
        FROM generate_series(1, 5000) i
        """);
  }
}

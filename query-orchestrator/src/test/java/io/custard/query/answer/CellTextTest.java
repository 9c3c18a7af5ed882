package io.custard.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ResultColumn;
import io.custard.query.result.ResultSamples;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
  private static final String GERMAN = "de-DE";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n:integer          | 1234567                      | 1,234,567 | 1.234.567",
        "n:integer          | 170141183460469231731687303715884105727"
            + " | 170,141,183,460,469,231,731,687,303,715,884,105,727"
            + " | 170.141.183.460.469.231.731.687.303.715.884.105.727",
        "n:integer          | -5                           | -5 | -5",
        "n:decimal          | 1234.005                     | 1,234.01 | 1.234,01",
        "n:decimal          | 12345678901234567890.10      | 12,345,678,901,234,567,890.1"
            + " | 12.345.678.901.234.567.890,1",
        "n:float            | 1.999                        | 2 | 2",
        "n:float            | 0.129                        | 0.129 | 0,129",
        "n:float            | 0.0045678                    | 0.00457 | 0,00457",
        "n:float            | -0.5                         | -0.5 | -0,5",
        "n:float            | 0.9999                       | 1 | 1",
        "n:float            | 1e-9                         | 1E-9 | 1E-9",
        "n:float            | 1.5e300                      | 1.5E+300 | 1,5E+300",
        "n:decimal          | 1e2000000000                 | 1E+2000000000 | 1E+2000000000",
        "n:decimal          | 1e-2000000000                | 1E-2000000000 | 1E-2000000000",
        "n:decimal          | 1e99999999999                | 1e99999999999 | 1e99999999999",
        "n:decimal          | 0e-900                       | 0 | 0",
        "n:float            | \"NaN\"                      | NaN | NaN",
        "order_year:integer | 2024                         | 2024 | 2024",
        "order_year:float   | 2020.0                       | 2020 | 2020",
        "customer_id:integer| 1234567                      | 1234567 | 1234567",
        "zip_code:decimal   | 12345                        | 12345 | 12345",
        "count(id):integer  | 1234567                      | 1,234,567 | 1.234.567",
        "d:date             | \"2024-02-09\"               | Feb 9, 2024 | 09.02.2024",
        "d:date             | \"infinity\"                 | infinity | infinity",
        "d:date             | \"0000-00-00\"               | 0000-00-00 | 0000-00-00",
        "d:date             | \"-0044-03-15\"              | -0044-03-15 | -0044-03-15",
        "d:date             | 1700000000                   | 1700000000 | 1700000000",
        "t:time             | \"25:00:00\"                 | 25:00:00 | 25:00:00",
        "t:time             | \"-838:59:59\"               | -838:59:59 | -838:59:59",
        "b:boolean          | true                         | yes | ja",
        "b:boolean          | false                        | no | nein",
        "b:boolean          | 1                            | yes | ja",
        "b:boolean          | 0                            | no | nein",
        "b:boolean          | 7                            | 7 | 7",
        "x:text             | null                         | no value | kein Wert",
        "x:text             | \"{row_count}\"              | {row_count} | {row_count}",
        "x:text             | \"<b>&\"                     | <b>& | <b>&",
        "x:json             | {\"a\": 1.10}                | {\"a\": 1.10} | {\"a\": 1.10}",
        "x:array            | [1,null]                     | [1,null] | [1,null]",
      })
  void valuesAreWrittenByTypeNameAndLocale(
      String column, String cell, String english, String german) {
    assertThat(text(column, cell, ColumnFacts.NONE, "en")).isEqualTo(english);
    assertThat(text(column, cell, ColumnFacts.NONE, GERMAN)).isEqualTo(german);
  }

  @Test
  void momentsAreToldInTheReadersZoneWhichIsNamed() {
    Reader berlin = Reader.of(GERMAN, "Europe/Berlin");

    assertThat(text("t:timestamptz", "\"2024-07-01T22:30:00Z\"", ColumnFacts.NONE, berlin))
        .isEqualTo("02.07.2024, 00:30:00 MESZ");
    assertThat(english("t:timestamptz", "\"2024-07-01T22:30:00+02:00\""))
        .isEqualTo("Jul 1, 2024, 8:30:00 PM UTC");
  }

  @Test
  void timesWithoutAZoneStayWhatTheyAre() {
    Reader tokyo = Reader.of("en", "Asia/Tokyo");

    assertThat(text("t:timestamp", "\"2024-07-01T22:30:00.5\"", ColumnFacts.NONE, tokyo))
        .satisfies(text -> assertThat(spaced(text)).isEqualTo("Jul 1, 2024, 10:30:00 PM"));
    assertThat(english("t:time", "\"22:30:00\"")).isEqualTo("10:30:00 PM");
  }

  @Test
  void unitsAndCurrenciesComeFromFactsOnlyAndAsTheLocaleWritesThem() {
    ColumnFacts euro = new ColumnFacts(null, Currency.getInstance("EUR"));
    ColumnFacts yen = new ColumnFacts(null, Currency.getInstance("JPY"));
    ColumnFacts percent = new ColumnFacts("%", null);

    assertThat(text("n:decimal", "1234.5", euro, "en-GB")).isEqualTo("€1,234.50");
    assertThat(spaced(text("n:decimal", "1234.5", euro, GERMAN))).isEqualTo("1.234,50 €");
    assertThat(text("n:decimal", "1234.5", yen, "en-US")).isEqualTo("¥1,235");
    assertThat(text("n:decimal", "12.5", percent, "en")).isEqualTo("12.5%");
    assertThat(spaced(text("n:decimal", "12.5", percent, GERMAN))).isEqualTo("12,5 %");
    assertThat(spaced(text("n:decimal", "12.5", new ColumnFacts("kg", null), "en")))
        .isEqualTo("12.5 kg");
    assertThat(text("n:decimal", "null", percent, "en")).isEqualTo("no value");
  }

  @Test
  void longTextsAreCutBetweenWhatPeopleSeeAsCharacters() {
    String family = "👨‍👩‍👧";

    assertThat(english("x:text", "\"" + "a".repeat(80) + "\"")).isEqualTo("a".repeat(80));
    assertThat(english("x:text", "\"" + "a".repeat(81) + "\"")).isEqualTo("a".repeat(80) + "…");
    assertThat(english("x:text", "\"" + family.repeat(80) + "\"")).isEqualTo(family.repeat(80));
    assertThat(english("x:text", "\"a" + "\u0301".repeat(100_000) + "\"")).hasSize(641);
    assertThat(english("x:bytes", "\"" + "A".repeat(1_000_000) + "\"")).hasSize(81);
  }

  @Test
  void whatTurnsOrHidesTextIsLeftOut() {
    assertThat(english("x:text", "\"a\u202Eb\u2066c\u200Fd\uFEFFe\\u0000f\\ng\\ud800h\u2028i\""))
        .isEqualTo("abcde f g\uFFFDh i");
    assertThat(english("x:json", "{\"a\":\"\u202E\"}")).isEqualTo("{\"a\":\"\"}");
  }

  private static String english(String column, String cell) {
    return spaced(text(column, cell, ColumnFacts.NONE, "en"));
  }

  private static String text(String column, String cell, ColumnFacts facts, String language) {
    return text(column, cell, facts, Reader.of(language, null));
  }

  private static String text(String column, String cell, ColumnFacts facts, Reader reader) {
    ResultColumn only = ResultSamples.columns(column).getFirst();
    var rows = ResultSamples.of(ResultSamples.columns(column), "[" + cell + "]").rows();
    return new CellText(reader).of(rows.first(1).getFirst().getFirst(), only, facts);
  }

  /** The locale data have spaces that do not break in some places. */
  private static String spaced(String text) {
    return text.replaceAll("[\u00A0\u202F]", " ");
  }
}

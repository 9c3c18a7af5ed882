package io.custard.agent.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rows in each encoding. */
class RowFormatTest {
  private static final RowCaps WIDE = new RowCaps(100, 1 << 20);

  @Test
  void linesAreArraysEndedByALineFeedInEveryChunk() {
    RowChunks chunks = chunks(RowEncoding.NDJSON, WIDE);

    add(chunks, "1", "null");
    add(chunks, "2", "\"x\"");
    chunks.seal();
    add(chunks, "3", "{}");

    assertThat(next(chunks)).isEqualTo("[1,null]\n[2,\"x\"]\n");
    assertThat(next(chunks)).isEqualTo("[3,{}]\n");
  }

  @Test
  void csvIsFieldsWithCommasEndedByCarriageReturnAndLineFeed() {
    RowChunks chunks = chunks(RowEncoding.CSV, WIDE);

    add(chunks, "1", "null", "true", "\"\"");
    add(chunks, "null");
    add(chunks);

    assertThat(next(chunks)).isEqualTo("1,,true,\"\"\r\n\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12345678901234567890.10 | 12345678901234567890.10",
        "\"NaN\" | NaN",
        "\"a b\" | a b",
        "\"a,b\" | \"a,b\"",
        "\"a\\\"b\" | \"a\"\"b\"",
        "\"\\\"\" | \"\"\"\"",
        "\"C:\\\\x\" | \"C:\\x\"",
        "\"\\/\\b\\f\" | `\"/\b\f\"`",
        "\"Grüße 🍮\" | Grüße 🍮",
        "\"Gr\\u00fc\\u20ac\\ud83c\\udf6e\" | \"Grü€🍮\"",
        "\"\\ud83c!\\udf6e\" | \"\uFFFD!\uFFFD\"",
        "\"\\u0022,\\u0001\" | \"\"\",\u0001\"",
        "\"=1+1\" | =1+1",
        "[1,[\"a\\\"b\",null]] | \"[1,[\"\"a\\\"\"b\"\",null]]\"",
        "{} | \"{}\"",
        "false | false",
        "-0.5e-300 | -0.5e-300"
      })
  void aFieldIsTheTextOfTheValue(String json, String field) {
    RowChunks chunks = chunks(RowEncoding.CSV, WIDE);

    add(chunks, json, json);

    assertThat(next(chunks)).isEqualTo(field + "," + field + "\r\n");
  }

  @Test
  void lineBreaksOfAFieldStayInItsQuotes() {
    RowChunks chunks = chunks(RowEncoding.CSV, WIDE);

    add(chunks, "\"a\\r\\nb\\tc\"");

    assertThat(next(chunks)).isEqualTo("\"a\r\nb\tc\"\r\n");
  }

  @Test
  void jsonOfTheDatabaseStaysOnOneLine() {
    RowChunks chunks = chunks(RowEncoding.NDJSON, WIDE);
    byte[] text = " {\"a\":\r\n 1} \n".getBytes(StandardCharsets.UTF_8);

    chunks.add(
        text,
        (row, out) -> {
          out.cell();
          out.json(row, 0, row.length);
        });

    assertThat(next(chunks)).isEqualTo("[{\"a\":   1}]\n");
  }

  @Test
  void theByteCapCountsWhatIsSent() {
    RowChunks chunks = chunks(RowEncoding.CSV, new RowCaps(100, 12));

    for (int i = 0; i < 4; i++) {
      add(chunks, "null", "\"x\"");
    }

    assertThat(chunks.truncation()).contains(new Truncation(Truncation.BYTES, 12));
    assertThat(next(chunks)).isEqualTo(",x\r\n,x\r\n,x\r\n");
  }

  private static RowChunks chunks(RowEncoding encoding, RowCaps caps) {
    return new RowChunks(new ResultShape(caps, encoding));
  }

  private static void add(RowChunks chunks, String... cells) {
    assertThat(chunks.add(List.of(cells), RowFormatTest::write)).isTrue();
  }

  private static void write(List<String> cells, JsonBuffer out) {
    for (String cell : cells) {
      byte[] text = cell.getBytes(StandardCharsets.UTF_8);
      out.cell();
      out.raw(text, 0, text.length);
    }
  }

  private static String next(RowChunks chunks) {
    chunks.seal();
    RowChunk chunk = chunks.poll();
    assertThat(chunk).isNotNull();
    return StandardCharsets.UTF_8.decode(chunk.payload()).toString();
  }
}

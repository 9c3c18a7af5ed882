package io.custard.agent.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.RowEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapedFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Ann-42 x.\" | \"xxx-99 x.\"",
        "\"ann@example.org\" | \"xxx@xxxxxxx.xxx\"",
        "\"Größe 東京 \uD83D\uDE00\" | \"xxxxx xx x\"",
        "\"a\\nb\\tc\\\"d\\\\e\\u00e9\\ud83d\\ude00\" | \"x x xxxxxxxx\"",
        "\"2026-11-22T10:00:00Z\" | \"9999-99-99x99:99:99x\"",
        "\"123456789012345678901234567890\" | \"99999999999999999999\"",
        "\"\" | \"\"",
        "4711 | 9999",
        "-12.50e-3 | -99.99e-9",
        "null | null",
        "true | true",
        "{\"email\": \"a1\", \"n\": [7, null, {\"k\\\"\": \"v\"}]} | {\"xxxxx\": \"x9\", \"x\": [9, null, {\"xx\": \"x\"}]}",
        "[\"a\",\"b2\"] | [\"x\",\"x9\"]",
      })
  void onlyTheShapeOfAValueIsShown(String value, String shape) {
    assertThat(written(RowEncoding.JSON_ROWS, value, "1")).isEqualTo("[" + shape + ",9]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NDJSON | `[\"xx, x\",null,{\"x\":\"x9\"},9]\n`",
        "CSV | `\"xx, x\",,\"{\"\"x\"\":\"\"x9\"\"}\",9\r\n`",
      })
  void shapesAreEncodedLikeValues(RowEncoding encoding, String row) {
    String[] cells = {"\"ab, c\"", "null", "{\"k\":\"v1\"}", "5"};

    assertThat(written(encoding, cells)).isEqualTo(row);
  }

  /** Seed 11. */
  @Test
  void whateverATextHoldsItsShapeIsATextOfNoLetterButX() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      byte[] text = new byte[random.nextInt(40)];
      random.nextBytes(text);
      for (int at = 0; at < text.length; at++) {
        text[at] = random.nextInt(3) == 0 ? text[at] : (byte) (text[at] & 127);
      }
      RowChunks chunks =
          new RowChunks(new ResultShape(new RowCaps(10, 1 << 20), RowEncoding.JSON_ROWS, true));

      chunks.add(
          text,
          (row, out) -> {
            out.cell();
            out.string(row, 0, row.length);
          });

      assertThat(taken(chunks))
          .matches(
              "\\[\"[x9\\x20-\\x21\\x23-\\x2f\\x3a-\\x40\\x5b\\x5d-\\x60\\x7b-\\x7f]{0,20}\"]");
    }
  }

  private static String written(RowEncoding encoding, String... cells) {
    RowChunks chunks = new RowChunks(new ResultShape(new RowCaps(10, 1 << 20), encoding, true));
    assertThat(chunks.add(List.of(cells), ShapedFormatTest::write)).isTrue();
    return taken(chunks);
  }

  private static String taken(RowChunks chunks) {
    chunks.seal();
    return StandardCharsets.UTF_8.decode(chunks.poll().payload()).toString();
  }

  private static void write(List<String> cells, JsonBuffer out) {
    for (String cell : cells) {
      byte[] text = cell.getBytes(StandardCharsets.UTF_8);
      out.cell();
      out.raw(text, 0, text.length);
    }
  }
}

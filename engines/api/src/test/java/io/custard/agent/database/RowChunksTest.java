package io.custard.agent.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowChunksTest {
  private static final long WIDE = 1L << 30;

  @Test
  void aChunkHoldsAtMostSoManyRows() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(10_000, WIDE)));

    add(chunks, 9_000, "1");

    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(5_000, 4_000);
  }

  @Test
  void aChunkHoldsAtMostSoManyBytesUnlessOneRowIsLarger() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(10_000, WIDE)));

    add(chunks, 10, "\"" + "x".repeat(40_000) + "\"");
    add(chunks, 1, "\"" + "x".repeat(400_000) + "\"");
    add(chunks, 1, "2");

    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(3, 3, 3, 1, 1, 1);
  }

  @Test
  void rowsAreSeparatedByCommasWithinAChunkOnly() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(10, WIDE)));

    add(chunks, 2, "1");
    chunks.seal();
    add(chunks, 1, "2");

    assertThat(drain(chunks)).extracting(RowChunksTest::text).containsExactly("[1],[1]", "[2]");
  }

  @Test
  void theRowCapIsSaidOnlyWhenThereWasMore() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(3, WIDE)));

    add(chunks, 3, "1");
    assertThat(chunks.truncation()).isEmpty();
    add(chunks, 1, "1");

    assertThat(chunks.truncation()).contains(new Truncation(Truncation.ROWS, 3));
    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(3);
  }

  @Test
  void theByteCapLeavesOutTheRowThatWouldExceedIt() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(100, 10)));

    add(chunks, 3, "12");

    assertThat(chunks.truncation()).contains(new Truncation(Truncation.BYTES, 10));
    assertThat(drain(chunks)).extracting(RowChunksTest::text).containsExactly("[12],[12]");
  }

  @Test
  void aRowThatFitsNoFrameIsReported() {
    RowChunks chunks = new RowChunks(ResultShape.json(new RowCaps(100, WIDE)));
    String tooLarge = "x".repeat((int) RowChunks.MAX_ROW_BYTES + 1);

    assertThat(chunks.add(tooLarge, RowChunksTest::write)).isFalse();
  }

  @Test
  void textThatIsNotUtf8IsReplacedAndStaysJson() {
    JsonBuffer buffer = new JsonBuffer(RowFormat.of(RowEncoding.JSON_ROWS));
    byte[] broken = {'a', '"', (byte) 0xC3, 'b', 0x1F};

    buffer.string(broken, 0, broken.length);

    assertThat(StandardCharsets.UTF_8.decode(buffer.take(buffer.size())).toString())
        .isEqualTo("\"a\\\"\uFFFDb\\u001f\"");
  }

  @Test
  void utf8OfEveryLengthSurvivesAndEveryWrongFormIsReplaced() {
    String good = "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF";
    byte[] overlong = {(byte) 0xC0, (byte) 0x80, (byte) 0xE0, (byte) 0x9F, (byte) 0xBF};
    byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
    byte[] beyond = {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80};
    byte[] cut = {(byte) 0xF0, (byte) 0x9F, (byte) 0x8D};

    assertThat(string(good.getBytes(StandardCharsets.UTF_8))).isEqualTo('"' + good + '"');
    assertThat(List.of(overlong, surrogate, beyond, cut))
        .allMatch(bytes -> string(bytes).matches("\"\uFFFD+\""));
  }

  private static String string(byte[] text) {
    JsonBuffer buffer = new JsonBuffer(RowFormat.of(RowEncoding.JSON_ROWS));
    buffer.string(text, 0, text.length);
    return StandardCharsets.UTF_8.decode(buffer.take(buffer.size())).toString();
  }

  private static void add(RowChunks chunks, int count, String row) {
    for (int i = 0; i < count; i++) {
      assertThat(chunks.add(row, RowChunksTest::write)).isTrue();
    }
  }

  private static void write(String cell, JsonBuffer out) {
    out.cell();
    out.ascii(cell);
  }

  private static List<RowChunk> drain(RowChunks chunks) {
    chunks.seal();
    List<RowChunk> all = new ArrayList<>();
    while (chunks.hasChunk()) {
      all.add(chunks.poll());
    }
    return all;
  }

  private static String text(RowChunk chunk) {
    return StandardCharsets.UTF_8.decode(chunk.payload().duplicate()).toString();
  }
}

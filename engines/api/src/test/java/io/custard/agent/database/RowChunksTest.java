package io.custard.agent.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.Truncation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowChunksTest {
  private static final long WIDE = 1L << 30;

  @Test
  void aChunkHoldsAtMostSoManyRows() {
    RowChunks chunks = new RowChunks(new RowCaps(10_000, WIDE));

    add(chunks, 1200, "[1]");

    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(500, 500, 200);
  }

  @Test
  void aChunkHoldsAtMostSoManyBytesUnlessOneRowIsLarger() {
    RowChunks chunks = new RowChunks(new RowCaps(10_000, WIDE));

    add(chunks, 10, "[\"" + "x".repeat(20_000) + "\"]");
    add(chunks, 1, "[\"" + "x".repeat(200_000) + "\"]");
    add(chunks, 1, "[2]");

    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(3, 3, 3, 1, 1, 1);
  }

  @Test
  void rowsAreSeparatedByCommasWithinAChunkOnly() {
    RowChunks chunks = new RowChunks(new RowCaps(10, WIDE));

    add(chunks, 2, "[1]");
    chunks.seal();
    add(chunks, 1, "[2]");

    assertThat(drain(chunks)).extracting(RowChunksTest::text).containsExactly("[1],[1]", "[2]");
  }

  @Test
  void theRowCapIsSaidOnlyWhenThereWasMore() {
    RowChunks chunks = new RowChunks(new RowCaps(3, WIDE));

    add(chunks, 3, "[1]");
    assertThat(chunks.truncation()).isEmpty();
    add(chunks, 1, "[1]");

    assertThat(chunks.truncation()).contains(new Truncation(Truncation.ROWS, 3));
    assertThat(drain(chunks)).extracting(RowChunk::rows).containsExactly(3);
  }

  @Test
  void theByteCapLeavesOutTheRowThatWouldExceedIt() {
    RowChunks chunks = new RowChunks(new RowCaps(100, 10));

    add(chunks, 3, "[12]");

    assertThat(chunks.truncation()).contains(new Truncation(Truncation.BYTES, 10));
    assertThat(drain(chunks)).extracting(RowChunksTest::text).containsExactly("[12],[12]");
  }

  @Test
  void aRowThatFitsNoFrameIsReported() {
    RowChunks chunks = new RowChunks(new RowCaps(100, WIDE));
    String tooLarge = "x".repeat((int) RowChunks.MAX_ROW_BYTES + 1);

    assertThat(chunks.add(out -> out.ascii(tooLarge))).isFalse();
  }

  @Test
  void textThatIsNotUtf8IsReplacedAndStaysJson() {
    JsonBuffer buffer = new JsonBuffer();
    byte[] broken = {'a', '"', (byte) 0xC3, 'b', 0x1F};

    buffer.string(broken, 0, broken.length);

    assertThat(new String(buffer.copy(0, buffer.size()), StandardCharsets.UTF_8))
        .isEqualTo("\"a\\\"\uFFFDb\\u001f\"");
  }

  private static void add(RowChunks chunks, int count, String row) {
    for (int i = 0; i < count; i++) {
      assertThat(chunks.add(out -> out.ascii(row))).isTrue();
    }
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

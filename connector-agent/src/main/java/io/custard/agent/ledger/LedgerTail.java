package io.custard.agent.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The end of a ledger's file.
 *
 * @param line the last line that has its line end, if it is right
 * @param wholeBytes up to that line end
 * @param tornBytes behind it
 */
record LedgerTail(Optional<LedgerLine> line, long wholeBytes, long tornBytes) {
  // A statement has at most 32 Ki characters, each at most 6 bytes when escaped.
  private static final int LONGEST_LINE = 1 << 20;

  static LedgerTail read(ObjectMapper json, FileChannel channel) throws IOException {
    long size = channel.size();
    int length = (int) Math.min(size, 2L * LONGEST_LINE);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, size - length + bytes.position()) > 0) {
      // Goes on until the buffer is full or the file ends.
    }
    byte[] tail = bytes.array();
    int end = lastLineEnd(tail, bytes.position());
    if (end < 0) {
      return new LedgerTail(Optional.empty(), size - length, length);
    }
    int start = lastLineEnd(tail, end) + 1;
    String text = new String(tail, start, end - start, StandardCharsets.UTF_8);
    return new LedgerTail(
        LedgerLine.parse(json, text), size - length + end + 1, bytes.position() - end - 1L);
  }

  private static int lastLineEnd(byte[] bytes, int before) {
    int at = before - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }
}

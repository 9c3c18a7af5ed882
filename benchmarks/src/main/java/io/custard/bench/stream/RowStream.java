package io.custard.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.bench.stack.PublicApi;
import io.custard.cli.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** {@code POST /api/v1/query/stream}, read to its end as fast as it comes. */
final class RowStream {
  private static final int BUFFER = 1 << 16;
  private static final int TIMEOUT_SECONDS = 900;

  private RowStream() {}

  static Transfer read(PublicApi api, String connection, String sql)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (InputStream body =
        api.stream(
            "/api/v1/query/stream",
            Map.of("connection_id", connection, "sql", sql, "timeout_seconds", TIMEOUT_SECONDS))) {
      return read(body, start);
    }
  }

  /**
   * Reads a body to its end.
   *
   * @param start when the statement was sent
   */
  static Transfer read(InputStream body, long start) throws IOException {
    long bytes = 0;
    long lines = 0;
    byte[] buffer = new byte[BUFFER];
    byte[] tail = new byte[0];
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      bytes += n;
      lines += lines(buffer, n);
      tail = tail(tail, buffer, n);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Transfer(checked(lines - 2, lastLine(tail)), bytes, seconds);
  }

  private static long lines(byte[] buffer, int count) {
    long lines = 0;
    for (int i = 0; i < count; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /** The last bytes that were read, enough for the line that ends the stream. */
  private static byte[] tail(byte[] before, byte[] buffer, int count) {
    int wanted = 4096;
    if (count >= wanted) {
      return Arrays.copyOfRange(buffer, count - wanted, count);
    }
    byte[] both = Arrays.copyOf(before, before.length + count);
    System.arraycopy(buffer, 0, both, before.length, count);
    return both.length <= wanted
        ? both
        : Arrays.copyOfRange(both, both.length - wanted, both.length);
  }

  private static JsonNode lastLine(byte[] tail) throws IOException {
    int end = tail.length - 1;
    int start = end;
    while (start > 0 && tail[start - 1] != '\n') {
      start--;
    }
    return Json.MAPPER.readTree(Arrays.copyOfRange(tail, start, end));
  }

  /** Rows that were counted here and by the agent. */
  private static long checked(long counted, JsonNode end) {
    if (!end.path("type").asText().equals("end")
        || end.path("row_count").asLong() != counted
        || !end.path("truncated").isNull()) {
      throw new IllegalStateException("counted " + counted + " rows, and the stream ended " + end);
    }
    return counted;
  }
}

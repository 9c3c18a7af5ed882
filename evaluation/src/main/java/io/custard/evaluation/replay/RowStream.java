package io.custard.evaluation.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.rows.RowTape;
import java.io.IOException;
import java.io.InputStream;

/** One body of {@code POST /api/v1/query/stream}, read to its end. */
final class RowStream {
  static final String BROKEN = "EVAL_STREAM_BROKEN";
  static final String TRUNCATED = "EVAL_TRUNCATED";

  /** Where the text of each row goes. */
  @FunctionalInterface
  interface Sink {
    void row(byte[] text) throws IOException;
  }

  private RowStream() {}

  /**
   * Reads it.
   *
   * @throws IOException when the connection or the sink breaks
   */
  static Outcome read(InputStream body, Sink sink) throws IOException {
    Lines lines = new Lines(body);
    byte[] head = lines.read();
    JsonNode columns = head == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(head);
    if (!columns.path("type").asText().equals("columns")) {
      return columns.has("type") ? end(columns, 0) : broken("it ends before it begins");
    }
    WireRow row = WireRow.of(columns.path("columns"));
    RowTape tape = new RowTape();
    long count = 0;
    for (byte[] line = lines.read(); line != null; line = lines.read()) {
      if (line.length > 0 && line[0] == '{') {
        Outcome end = end(Json.MAPPER.readTree(line), count);
        drain(lines);
        return end instanceof Outcome.Failed ? end : new Outcome.Ran(tape.end());
      }
      sink.row(tape.add(row.read(line)));
      count++;
    }
    return broken("it has no end");
  }

  /** To the body's own end, so that the connection can be used again. */
  private static void drain(Lines lines) throws IOException {
    if (lines.read() != null) {
      throw new IOException("the stream goes on behind its end");
    }
  }

  /** What the last line says; anything but a failure means that all is there. */
  private static Outcome end(JsonNode last, long count) {
    if (last.path("type").asText().equals("error")) {
      return new Outcome.Failed(last.path("code").asText(), last.path("detail").asText());
    }
    if (!last.path("type").asText().equals("end") || last.path("row_count").asLong() != count) {
      return broken("its end does not count the rows that came");
    }
    return last.path("truncated").isObject()
        ? new Outcome.Failed(TRUNCATED, last.path("truncated").path("reason").asText())
        : new Outcome.Ran(new RowTape().end());
  }

  private static Outcome.Failed broken(String how) {
    return new Outcome.Failed(BROKEN, how);
  }
}

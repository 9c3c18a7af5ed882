package io.custard.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ResultColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Results for tests, from the text an agent would send. */
public final class ResultSamples {
  private ResultSamples() {}

  public static StatementResult of(List<ResultColumn> columns, String payload) {
    JsonRows rows = new JsonRows(new ObjectMapper());
    rows.add(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)), columns.size());
    return new StatementResult(columns, rows, null, 1);
  }
}

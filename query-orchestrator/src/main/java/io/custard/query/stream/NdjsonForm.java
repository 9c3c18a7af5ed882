package io.custard.query.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.problem.CustardException;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.event.EndReply;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value a line: an object with the columns, an array for each row, and an object that says
 * how it ended. A body without that last object is incomplete.
 */
record NdjsonForm(ObjectMapper json) implements StreamForm {
  static final String MEDIA_TYPE = "application/x-ndjson";

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Head(
      String type,
      QueryId queryId,
      String sql,
      @Nullable String explanation,
      List<ResultColumn> columns) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record End(
      String type, long rowCount, long bytes, @Nullable Truncation truncated, long executeMs) {}

  record Failure(String type, String code, String detail) {}

  @Override
  public RowEncoding encoding() {
    return RowEncoding.NDJSON;
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public void headers(HttpServerResponse response, Streamed streamed) {
    // the content type says it all
  }

  @Override
  public Buffer head(Streamed streamed, List<ResultColumn> columns) {
    return line(
        new Head("columns", streamed.id(), streamed.sql(), streamed.explanation(), columns));
  }

  @Override
  public Future<Void> end(HttpServerResponse response, EndReply end) {
    return response.end(
        line(new End("end", end.rows(), end.bytes(), end.truncation(), end.executeMillis())));
  }

  @Override
  public Future<Void> fail(HttpServerResponse response, CustardException failure) {
    return response.end(line(new Failure("error", failure.code().name(), failure.detail())));
  }

  private Buffer line(Object value) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(value)).appendByte((byte) '\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of ours are always JSON", e);
    }
  }
}

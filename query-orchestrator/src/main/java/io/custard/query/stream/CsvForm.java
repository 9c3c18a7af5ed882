package io.custard.query.stream;

import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.event.EndReply;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RFC 4180 with a line of column names. There is no room in it for how it ended: counts come in
 * HTTP trailers, and a failure breaks the connection, which every client reports.
 */
record CsvForm() implements StreamForm {
  static final String MEDIA_TYPE = "text/csv";
  private static final String ROW_COUNT = "Custard-Row-Count";
  private static final String TRUNCATED = "Custard-Truncated";

  @Override
  public RowEncoding encoding() {
    return RowEncoding.CSV;
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public void headers(HttpServerResponse response, Streamed streamed) {
    response
        .putHeader("Content-Disposition", "attachment; filename=\"" + streamed.id() + ".csv\"")
        .putHeader("Trailer", ROW_COUNT + ", " + TRUNCATED);
  }

  @Override
  public Buffer head(Streamed streamed, List<ResultColumn> columns) {
    return Buffer.buffer(
        columns.stream()
            .map(column -> quoted(column.name()))
            .collect(Collectors.joining(",", "", "\r\n")));
  }

  @Override
  public Future<Void> end(HttpServerResponse response, EndReply end) {
    response.putTrailer(ROW_COUNT, Long.toString(end.rows()));
    Truncation truncation = end.truncation();
    if (truncation != null) {
      response.putTrailer(TRUNCATED, truncation.reason() + " " + truncation.limit());
    }
    return response.end();
  }

  @Override
  public Future<Void> fail(HttpServerResponse response, CustardException failure) {
    response.reset();
    return Future.succeededFuture();
  }

  private static String quoted(String name) {
    boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}

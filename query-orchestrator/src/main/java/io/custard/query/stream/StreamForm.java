package io.custard.query.stream;

import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.event.EndReply;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** How a streamed result looks around the rows, which the agent encodes. */
sealed interface StreamForm permits NdjsonForm, CsvForm {
  RowEncoding encoding();

  String mediaType();

  /** Sets headers beside the content type, before the first byte. */
  void headers(HttpServerResponse response, Streamed streamed);

  /** What comes before the rows. */
  Buffer head(Streamed streamed, List<ResultColumn> columns);

  /** Says that all rows came, or how many were cut off, and ends the response. */
  Future<Void> end(HttpServerResponse response, EndReply end);

  /** Ends the response so that nobody can take it for a complete one. */
  Future<Void> fail(HttpServerResponse response, CustardException failure);
}

package io.custard.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.event.EndReply;
import io.custard.query.execution.RowSink;
import io.custard.query.execution.Running;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Keeps all rows of a statement, after looking whether they are rows, and completes with them.
 * Nobody sees anything before the end, so it can always begin anew.
 */
final class RowCollector implements RowSink {
  private final ObjectMapper json;
  private final long maxBytes;
  private final UniEmitter<? super StatementResult> emitter;
  private List<ResultColumn> columns = List.of();
  private JsonRows rows;
  private long bytes;
  private Running running =
      new Running() {
        @Override
        public void taken(long bytes) {}

        @Override
        public void cancel() {}
      };

  RowCollector(ObjectMapper json, long maxBytes, UniEmitter<? super StatementResult> emitter) {
    this.json = json;
    this.maxBytes = maxBytes;
    this.emitter = emitter;
    this.rows = new JsonRows(json);
  }

  @Override
  public void begins(Running begun) {
    running = begun;
    emitter.onTermination(begun::cancel);
  }

  @Override
  public void columns(List<ResultColumn> arrived) {
    columns = arrived;
  }

  @Override
  public void rows(ByteBuffer payload, int count) {
    int size = payload.remaining();
    bytes += size;
    if (bytes > 2 * maxBytes) {
      throw new CustardException(
          ErrorCode.AGENT_LINK_LOST, "The agent sent more than was allowed.");
    }
    int before = rows.count();
    rows.add(payload, columns.size());
    if (rows.count() - before != count) {
      throw new CustardException(
          ErrorCode.AGENT_LINK_LOST, "Part of the result was lost. Ask again.");
    }
    running.taken(size);
  }

  @Override
  public void end(EndReply end) {
    emitter.complete(new StatementResult(columns, rows, end.truncation(), end.executeMillis()));
  }

  @Override
  public void failed(CustardException failure) {
    emitter.fail(failure);
  }

  @Override
  public boolean forget() {
    columns = List.of();
    rows = new JsonRows(json);
    bytes = 0;
    return true;
  }
}

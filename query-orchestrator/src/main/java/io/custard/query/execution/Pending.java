package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.FailedReply;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement whose replies are being collected. Fed by the inbox thread alone; ends once, later
 * replies change nothing.
 */
final class Pending {
  /** Credit goes back in portions, so that small results cost no message. */
  private static final long CREDIT_PORTION = 256 << 10;

  private final QueryId id;
  private final Statement statement;
  private final UniEmitter<? super StatementResult> emitter;
  private final JsonRows rows;
  private @Nullable List<ResultColumn> columns;
  private long bytes;
  private long consumed;

  Pending(
      QueryId id, Statement statement, UniEmitter<? super StatementResult> emitter, JsonRows rows) {
    this.id = id;
    this.statement = statement;
    this.emitter = emitter;
    this.rows = rows;
  }

  QueryId id() {
    return id;
  }

  void columns(List<ResultColumn> arrived) {
    columns = List.copyOf(arrived);
  }

  /** Takes a chunk and says how much credit to give back now. */
  long rows(RowsFrame frame) {
    List<ResultColumn> known = columns;
    if (known == null) {
      throw new CustardException(ErrorCode.AGENT_LINK_LOST, "The agent sent rows before columns.");
    }
    int size = frame.payload().remaining();
    bytes += size;
    if (bytes > 2 * statement.limits().maxBytes()) {
      throw new CustardException(
          ErrorCode.AGENT_LINK_LOST, "The agent sent more than was allowed.");
    }
    rows.add(frame.payload(), known.size());
    consumed += size;
    if (consumed < CREDIT_PORTION) {
      return 0;
    }
    long credit = consumed;
    consumed = 0;
    return credit;
  }

  void end(EndReply end) {
    List<ResultColumn> known = columns;
    if (known == null || end.rows() != rows.count()) {
      fail(
          new CustardException(
              ErrorCode.AGENT_LINK_LOST, "Part of the result was lost. Ask again."));
      return;
    }
    emitter.complete(new StatementResult(known, rows, end.truncation(), end.executeMillis()));
  }

  void fail(FailedReply failed) {
    fail(new CustardException(ErrorCode.of(failed.code()), failed.message()));
  }

  void fail(Throwable failure) {
    emitter.fail(failure);
  }
}

package io.custard.query.stream;

import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.event.EndReply;
import io.custard.query.execution.RowSink;
import io.custard.query.execution.Running;
import io.custard.query.history.Asking;
import io.custard.query.history.History;
import io.custard.query.history.Told;
import java.nio.ByteBuffer;
import java.util.List;

/** Tells the history how a stream ended. */
record Telling(History history, Asking asked, Streamed streamed) {

  /** Passes everything on. */
  RowSink around(RowSink sink) {
    return new RowSink() {
      @Override
      public void begins(Running running) {
        sink.begins(running);
      }

      @Override
      public void columns(List<ResultColumn> columns) {
        sink.columns(columns);
      }

      @Override
      public void rows(ByteBuffer payload, int rows) {
        sink.rows(payload, rows);
      }

      @Override
      public void end(EndReply end) {
        sink.end(end);
        history.record(answered(end));
      }

      @Override
      public void failed(CustardException failure) {
        sink.failed(failure);
        history.record(asked.failed(streamed.id(), streamed.sql(), streamed.model(), failure));
      }

      @Override
      public boolean forget() {
        return sink.forget();
      }
    };
  }

  private Told answered(EndReply end) {
    return asked.answered(
        streamed.id(),
        streamed.sql(),
        streamed.model(),
        new Told.Figures(
            (int) Math.min(Integer.MAX_VALUE, end.rows()),
            end.truncation() != null,
            streamed.composeMillis(),
            end.executeMillis(),
            asked.millis(),
            streamed.promptTokens(),
            streamed.answerTokens()));
  }
}

package io.custard.agent.execution;

import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One statement from its frame to its last frame, on the event loop. It ends exactly once, with
 * {@code end}, {@code error} or, when the link is gone, in silence; then its cursor is closed.
 */
final class Execution {
  private static final Logger LOG = Logger.getLogger(Execution.class);
  private static final long NO_TIMER = -1;

  private final Execute asked;
  private final OutgoingFrames out;
  private final Vertx vertx;
  private final Consumer<Ending> whenDone;
  private final Credit credit;
  private final Promise<Void> ended = Promise.promise();
  private final long startNanos = System.nanoTime();

  private @Nullable RowCursor cursor;
  private @Nullable RowChunk held;
  private boolean done;
  private boolean named;
  private int chunks;
  private long rows;
  private long bytes;
  private long deadlineTimer = NO_TIMER;
  private long creditTimer = NO_TIMER;

  /**
   * How it ended.
   *
   * @param code {@code OK}, or why not
   */
  record Ending(String code, long rows, long bytes, long durationMillis) {}

  Execution(Execute asked, OutgoingFrames out, Vertx vertx, Consumer<Ending> whenDone) {
    this.asked = asked;
    this.out = out;
    this.vertx = vertx;
    this.whenDone = whenDone;
    this.credit = new Credit(asked.credit());
  }

  boolean isOn(OutgoingFrames link) {
    return out == link;
  }

  /** Completes when the database was left and the last frame sent; never fails. */
  Future<Void> ended() {
    return ended.future();
  }

  /** Follows an opening that is under way, and bounds the whole by the deadline. */
  void start(Future<RowCursor> opening, long timeoutMillis) {
    deadlineTimer =
        vertx.setTimer(
            timeoutMillis,
            late -> fail(ErrorCode.QUERY_DEADLINE_EXCEEDED, "The query ran past its deadline."));
    opening.onSuccess(this::opened).onFailure(this::fail);
  }

  private void opened(RowCursor opened) {
    if (done) {
      opened.close();
      return;
    }
    cursor = opened;
    pull(opened);
  }

  /** With the first rows or the end: alone they would cost a way through everything. */
  private void sendColumns(RowCursor from) {
    if (!named) {
      named = true;
      out.send(new Columns(asked.queryId(), from.columns())).onFailure(this::fail);
    }
  }

  private void pull(RowCursor from) {
    if (!done) {
      from.next().onSuccess(chunk -> pulled(from, chunk)).onFailure(this::fail);
    }
  }

  private void pulled(RowCursor from, Optional<RowChunk> chunk) {
    if (done) {
      return;
    }
    sendColumns(from);
    if (chunk.isEmpty()) {
      finish(new End(asked.queryId(), rows, bytes, from.truncation().orElse(null), millis()));
      return;
    }
    held = chunk.get();
    sendHeld();
    awaitCredit();
  }

  /** More bytes may be sent; none at all says that the reader is there, and slow. */
  void credit(long more) {
    credit.add(more);
    sendHeld();
    awaitCredit();
  }

  private void awaitCredit() {
    if (held != null) {
      stop(creditTimer);
      creditTimer =
          vertx.setTimer(
              AgentProtocol.CREDIT_TIMEOUT_MILLIS,
              late ->
                  fail(ErrorCode.QUERY_CANCELLED, "Nobody took the rows; the query was ended."));
    }
  }

  private void sendHeld() {
    RowChunk chunk = held;
    RowCursor from = cursor;
    if (done || chunk == null || from == null || !credit.take(chunk.bytes())) {
      return;
    }
    held = null;
    stop(creditTimer);
    rows += chunk.rows();
    bytes += chunk.bytes();
    out.send(
            new RowsFrame(
                asked.queryId(), asked.encoding(), chunks++, chunk.rows(), chunk.payload()))
        .onSuccess(sent -> pull(from))
        .onFailure(this::fail);
  }

  /** Nobody waits for the result any more. */
  void cancel() {
    fail(ErrorCode.QUERY_CANCELLED, "The query was cancelled.");
  }

  /** The link is gone: stops without a word. */
  void abandon() {
    if (!done) {
      close("ABANDONED").onComplete(left -> ended.tryComplete());
      log("ABANDONED");
    }
  }

  private void fail(Throwable failure) {
    if (done) {
      return;
    }
    if (failure instanceof CustardException expected) {
      fail(expected.code(), expected.detail());
    } else {
      LOG.errorf(failure, "Execution failed queryId=%s", asked.queryId());
      fail(ErrorCode.INTERNAL_ERROR, "The agent failed; its log says why.");
    }
  }

  /** Ends it with an error, unless it has ended. */
  void fail(ErrorCode code, String sentence) {
    finish(new Failed(asked.queryId(), code.name(), sentence));
  }

  private void finish(AgentFrame last) {
    if (!done) {
      String code = last instanceof Failed failed ? failed.code() : "OK";
      Future<Void> left = close(code);
      Future<Void> said =
          out.send(last).onFailure(gone -> LOG.debugf("Link gone queryId=%s", asked.queryId()));
      Future.join(left, said).onComplete(over -> ended.tryComplete());
      log(code); // behind the answer, which somebody waits for
    }
  }

  private Future<Void> close(String code) {
    done = true;
    held = null;
    stop(deadlineTimer);
    stop(creditTimer);
    whenDone.accept(new Ending(code, rows, bytes, millis()));
    RowCursor open = cursor;
    return open == null ? Future.succeededFuture() : open.close();
  }

  private void log(String code) {
    LOG.infof(
        "Execution ended queryId=%s errorCode=%s rows=%d bytes=%d durationMs=%d",
        asked.queryId(), code, rows, bytes, millis());
  }

  private void stop(long timer) {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
    }
  }

  private long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}

package io.custard.agent.database.wire;

import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.RowWriter;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.netty.buffer.ByteBuf;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes chunks of rows as a {@link RowTap} hands them over. When {@link #HIGH_WATER} bytes wait to
 * be taken, the socket is not read any more. All on the event loop that made it.
 */
public abstract class TappedCursor implements RowCursor, RowSink {
  private static final int HIGH_WATER = 512 * 1024;
  private static final int LOW_WATER = HIGH_WATER / 2;
  private static final long NO_TIMER = -1;

  private final List<ResultColumn> columns;
  private final RowChunks chunks;
  private final Lease session;

  /** The tap runs outside of it, but what waits for the rows must not. */
  private final ContextInternal loop;

  private @Nullable RowWriter<ByteBuf> writer;
  private @Nullable Promise<Optional<RowChunk>> waiter;
  private @Nullable CustardException failure;
  private boolean running;
  private boolean ended;
  private boolean closed;
  private long lingerTimer = NO_TIMER;

  /** The session that a cursor has until it is closed. */
  public interface Lease {
    Vertx vertx();

    RowTap tap();

    CustardException describe(Throwable failure);

    /**
     * Takes the session back.
     *
     * @param running whether its statement still runs, and must be stopped
     */
    Future<Void> give(boolean running);
  }

  /** Must be called on the session's event loop. */
  protected TappedCursor(List<ResultColumn> columns, RowChunks chunks, Lease session) {
    this.columns = List.copyOf(columns);
    this.chunks = chunks;
    this.session = session;
    this.loop = (ContextInternal) session.vertx().getOrCreateContext();
  }

  /** Begins the statement or goes on with it; at its end or next stop calls {@link #ran}. */
  protected abstract void run();

  /** Whether the database would go on sending for long, though the rest is not wanted. */
  protected abstract boolean goesOnAfter(Truncation cut);

  /** How the rows that follow are written; those before it are dropped. */
  protected final void writer(RowWriter<ByteBuf> rows) {
    writer = rows;
  }

  /** What may still come, with one more to see that there was more. */
  protected final long rowsWanted() {
    return chunks.rowsWanted();
  }

  @Override
  public final List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public final Optional<Truncation> truncation() {
    return chunks.truncation();
  }

  @Override
  public final Future<Optional<RowChunk>> next() {
    Promise<Optional<RowChunk>> promise = loop.promise();
    waiter = promise;
    deliver();
    return promise.future();
  }

  private void deliver() {
    Promise<Optional<RowChunk>> taker = waiter;
    if (taker == null) {
      return;
    }
    RowChunk chunk = chunks.poll();
    if (chunk != null) {
      if (chunks.waitingBytes() <= LOW_WATER) {
        session.tap().reading(true);
      }
      served();
      taker.complete(Optional.of(chunk));
    } else if (failure != null) {
      served();
      taker.fail(failure);
    } else if (ended) {
      served();
      taker.complete(Optional.empty());
    } else if (!running) {
      running = true;
      run();
    } else {
      linger();
    }
  }

  private void served() {
    waiter = null;
    if (lingerTimer != NO_TIMER) {
      session.vertx().cancelTimer(lingerTimer);
      lingerTimer = NO_TIMER;
    }
  }

  /** Whoever waits gets what has come, however little, but not every row by itself. */
  private void linger() {
    if (lingerTimer == NO_TIMER && waiter != null && chunks.hasOpenRows()) {
      lingerTimer =
          loop.setTimer(
              RowChunks.LINGER_MILLIS,
              over -> {
                lingerTimer = NO_TIMER;
                chunks.seal();
                deliver();
              });
    }
  }

  /**
   * The statement ended or stopped.
   *
   * @param hasMore whether {@link #run} would bring more
   */
  protected final void ran(AsyncResult<?> result, boolean hasMore) {
    running = false;
    chunks.seal();
    if (result.failed()) {
      if (failure == null && !ended) {
        failure = session.describe(result.cause());
      }
    } else if (!hasMore || chunks.truncation().isPresent()) {
      ended = true;
    }
    deliver();
  }

  @Override
  public final void row(ByteBuf body) {
    RowWriter<ByteBuf> rows = writer;
    if (closed || failure != null || ended || rows == null) {
      return;
    }
    if (!chunks.add(body, rows)) {
      rowTooLarge();
      return;
    }
    Truncation cut = chunks.truncation().orElse(null);
    ended = cut != null && goesOnAfter(cut);
    if (chunks.hasChunk() || ended) {
      deliver();
    } else {
      linger();
    }
    if (chunks.waitingBytes() >= HIGH_WATER) {
      session.tap().reading(false);
    }
  }

  @Override
  public final void rowTooLarge() {
    fail(RowChunks.tooLarge());
  }

  /** Ends the result; rows that came before are still delivered. */
  protected final void fail(CustardException why) {
    if (failure == null) {
      failure = why;
    }
    deliver();
  }

  @Override
  public final Future<Void> close() {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    served();
    session.tap().reading(true);
    return session.give(running);
  }
}

package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Cursor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a portal of the server in steps. Rows become chunks as they arrive; when {@link
 * #HIGH_WATER} bytes wait to be taken, the socket is not read any more.
 */
final class PgCursor implements RowCursor, ResultTap.RowSink {
  private static final int HIGH_WATER = 256 * 1024;

  private final Cursor portal;
  private final List<ResultColumn> columns;
  private final RowReader rows;
  private final RowChunks chunks;
  private final Release release;

  private @Nullable Promise<Optional<RowChunk>> waiter;
  private @Nullable CustardException failure;
  private boolean reading;
  private boolean ended;
  private boolean closed;

  /** What happens to the session when the cursor is closed. */
  interface Release {
    /** The tap of the session. */
    ResultTap tap();

    CustardException describe(Throwable failure);

    Future<Void> give(boolean running);
  }

  PgCursor(
      Cursor portal,
      List<ResultColumn> columns,
      RowReader rows,
      RowChunks chunks,
      Release release) {
    this.portal = portal;
    this.columns = columns;
    this.rows = rows;
    this.chunks = chunks;
    this.release = release;
    release.tap().divertTo(this);
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Truncation> truncation() {
    return chunks.truncation();
  }

  @Override
  public Future<Optional<RowChunk>> next() {
    Promise<Optional<RowChunk>> promise = Promise.promise();
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
      if (chunks.waitingBytes() < HIGH_WATER) {
        release.tap().reading(true);
      }
      waiter = null;
      taker.complete(Optional.of(chunk));
    } else if (failure != null) {
      waiter = null;
      taker.fail(failure);
    } else if (ended) {
      waiter = null;
      taker.complete(Optional.empty());
    } else if (!reading) {
      read();
    }
  }

  private void read() {
    reading = true;
    int count = (int) Math.min(RowChunks.CHUNK_ROWS, chunks.rowsWanted());
    portal
        .read(count)
        .onComplete(result -> {
          reading = false;
          chunks.seal();
          if (result.failed() && failure == null) {
            failure = release.describe(result.cause());
          } else if (result.succeeded()) {
            ended = !portal.hasMore() || chunks.truncation().isPresent();
          }
          deliver();
        });
  }

  @Override
  public void row(ByteBuf body) {
    if (closed || failure != null) {
      return;
    }
    if (!chunks.add((JsonBuffer out) -> rows.write(body, out))) {
      rowTooLarge();
    }
    if (chunks.hasChunk()) {
      deliver();
    }
    if (chunks.waitingBytes() >= HIGH_WATER) {
      release.tap().reading(false);
    }
  }

  @Override
  public void rowTooLarge() {
    failure =
        new CustardException(
            ErrorCode.SQL_EXECUTION_FAILED,
            "A row of the result is larger than %d bytes; select fewer columns or shorten them."
                .formatted(RowChunks.MAX_ROW_BYTES));
    deliver();
  }

  @Override
  public Future<Void> close() {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    release.tap().reading(true);
    return release.give(reading);
  }
}

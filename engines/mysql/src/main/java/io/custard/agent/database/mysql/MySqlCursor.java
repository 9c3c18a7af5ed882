package io.custard.agent.database.mysql;

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
import io.vertx.sqlclient.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a prepared statement at the first call of {@link #next} and makes chunks of its rows as they
 * arrive; when {@link #HIGH_WATER} bytes wait to be taken, the socket is not read any more.
 */
final class MySqlCursor implements RowCursor, ResultTap.RowSink {
  private static final int HIGH_WATER = 256 * 1024;

  private final PreparedStatement statement;
  private final List<ResultColumn> columns;
  private final RowChunks chunks;
  private final Release release;

  private @Nullable RowReader rows;
  private @Nullable Promise<Optional<RowChunk>> waiter;
  private @Nullable CustardException failure;
  private boolean started;
  private boolean running;
  private boolean ended;
  private boolean closed;

  /** What happens to the session when the cursor is closed. */
  interface Release {
    ResultTap tap();

    CustardException describe(Throwable failure);

    Future<Void> give(boolean running);
  }

  MySqlCursor(
      PreparedStatement statement, List<ResultColumn> columns, RowChunks chunks, Release release) {
    this.statement = statement;
    this.columns = List.copyOf(columns);
    this.chunks = chunks;
    this.release = release;
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
    if (!started) {
      start();
    }
    deliver();
    return promise.future();
  }

  private void start() {
    started = true;
    running = true;
    release.tap().expectRows(this);
    statement
        .query()
        .execute()
        .onComplete(result -> {
          running = false;
          chunks.seal();
          if (result.failed() && failure == null && !ended) {
            failure = release.describe(result.cause());
          }
          ended = true;
          deliver();
        });
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
    }
  }

  /** The columns may have been known less exactly when the statement was prepared. */
  @Override
  public void columns(List<Described> described) {
    if (described.size() == columns.size()) {
      rows = new RowReader(described.stream().map(column -> MySqlType.of(column).cell()).toList());
    } else {
      fail("The result has other columns than the database announced; select them by name.");
    }
  }

  @Override
  public void row(ByteBuf payload) {
    RowReader reader = rows;
    if (closed || failure != null || ended || reader == null) {
      return;
    }
    if (!chunks.add(out -> reader.write(payload, out))) {
      rowTooLarge();
    }
    ended = chunks.truncation().isPresent();
    if (chunks.hasChunk() || ended) {
      deliver();
    }
    if (chunks.waitingBytes() >= HIGH_WATER) {
      release.tap().reading(false);
    }
  }

  @Override
  public void rowTooLarge() {
    fail(
        "A row of the result is larger than %d bytes; select fewer columns or shorten them."
            .formatted(RowChunks.MAX_ROW_BYTES));
  }

  private void fail(String sentence) {
    if (failure == null) {
      failure = new CustardException(ErrorCode.SQL_EXECUTION_FAILED, sentence);
    }
    deliver();
  }

  /** Whoever waits gets what has come, however little. */
  @Override
  public void pause() {
    if (waiter != null && !chunks.hasChunk()) {
      chunks.seal();
      deliver();
    }
  }

  @Override
  public Future<Void> close() {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    release.tap().reading(true);
    return release.give(running);
  }
}

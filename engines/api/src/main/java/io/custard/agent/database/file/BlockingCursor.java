package io.custard.agent.database.file;

import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.StatementFailures;
import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chunk's rows on a virtual thread when one is asked for, never ahead. Close and deadline
 * interrupt the driver, again and again until it lets go; only then is the statement closed.
 */
public final class BlockingCursor implements RowCursor {
  private static final long INTERRUPT_EVERY_MILLIS = 20;
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(RowChunks.LINGER_MILLIS);

  private final Vertx vertx;
  private final BlockingWork work;
  private final BlockingRows rows;
  private final RowChunks chunks;
  private final Function<Throwable, CustardException> failures;
  private final long deadlineTimer;

  private Future<Void> reading = Future.succeededFuture();
  private @Nullable CustardException failure;
  private @Nullable Future<Void> closing;
  private boolean ended;

  /** Read by the working thread between two rows. */
  private volatile boolean stopped;

  /** A statement that is ready to be read, and how its failures are told. */
  public record Opened(BlockingRows rows, Function<Throwable, CustardException> failures) {}

  public BlockingCursor(Vertx vertx, Opened opened, ResultShape shape, long timeoutMillis) {
    this.vertx = vertx;
    this.work = new BlockingWork(vertx);
    this.rows = opened.rows();
    this.failures = opened.failures();
    this.chunks = new RowChunks(shape);
    this.deadlineTimer = vertx.setTimer(Math.max(1, timeoutMillis), late -> expire());
  }

  /**
   * Reads the first row, for an engine that knows some types only by looking at values.
   *
   * @param patienceMillis after which the answer comes without it, while the reading goes on
   */
  public Future<RowCursor> begin(long patienceMillis) {
    Promise<RowCursor> begun = Promise.promise();
    long timer = vertx.setTimer(patienceMillis, late -> begun.tryComplete(this));
    fill(1)
        .onComplete(read -> {
          vertx.cancelTimer(timer);
          begun.tryComplete(this);
        });
    return begun.future();
  }

  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Truncation> truncation() {
    return chunks.truncation();
  }

  @Override
  public Future<Optional<RowChunk>> next() {
    return reading.otherwiseEmpty().compose(read -> deliver());
  }

  private Future<Optional<RowChunk>> deliver() {
    RowChunk chunk = chunks.poll();
    if (chunk != null) {
      return Future.succeededFuture(Optional.of(chunk));
    }
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    if (ended) {
      return Future.succeededFuture(Optional.empty());
    }
    return fill(RowChunks.CHUNK_ROWS).otherwiseEmpty().compose(filled -> deliver());
  }

  /** Nothing else may touch the chunks until the future completes. */
  private Future<Void> fill(int count) {
    reading =
        work.run(() -> readRows(count))
            .onSuccess(more -> ended = !more)
            .onFailure(this::fail)
            .mapEmpty();
    return reading;
  }

  private boolean readRows(int count) throws SQLException {
    boolean more = true;
    long firstNanos = 0;
    for (int i = 0; i < count && more && !chunks.hasChunk(); i++) {
      if (stopped) {
        throw StatementFailures.cancelled();
      }
      more = rows.read(chunks) && chunks.truncation().isEmpty();
      if (i == 0) {
        firstNanos = System.nanoTime();
      } else if (System.nanoTime() - firstNanos > LINGER_NANOS) {
        break; // whoever waits gets what there is
      }
    }
    if (count > 1 || !more) {
      chunks.seal();
    }
    return more;
  }

  private void fail(Throwable cause) {
    if (failure == null) {
      failure = failures.apply(cause);
    }
  }

  private void expire() {
    fail(StatementFailures.late());
    close();
  }

  @Override
  public Future<Void> close() {
    if (closing == null) {
      stopped = true;
      vertx.cancelTimer(deadlineTimer);
      closing = stopReading().compose(quiet -> work.run(this::release));
    }
    return closing;
  }

  private Future<Void> stopReading() {
    if (reading.isComplete()) {
      return Future.succeededFuture();
    }
    rows.interrupt();
    long timer = vertx.setPeriodic(INTERRUPT_EVERY_MILLIS, again -> rows.interrupt());
    return reading.otherwiseEmpty().onComplete(quiet -> vertx.cancelTimer(timer));
  }

  @SuppressWarnings("NullAway") // a Void has no other value
  private Void release() {
    rows.close();
    return null;
  }
}

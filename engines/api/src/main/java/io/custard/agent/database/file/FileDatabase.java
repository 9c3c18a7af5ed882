package io.custard.agent.database.file;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.file.BlockingCursor.Opened;
import io.custard.problem.CustardException;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Does an engine's blocking work on virtual threads. The file is opened for each statement and each
 * question of our own, and nothing is kept open between them.
 */
public abstract class FileDatabase implements Database {
  /** How long an answer waits for a first row when its types depend on it. */
  private static final long FIRST_ROW_MILLIS = 1_000;

  private final Vertx vertx;
  private final BlockingWork work;
  private final Function<Throwable, CustardException> opening;
  private final Function<Throwable, CustardException> running;

  /**
   * @param opening tells why the file could not be read
   * @param running tells why a statement ended
   */
  protected FileDatabase(
      Vertx vertx,
      Function<Throwable, CustardException> opening,
      Function<Throwable, CustardException> running) {
    this.vertx = vertx;
    this.work = new BlockingWork(vertx);
    this.opening = opening;
    this.running = running;
  }

  /** Opens and reads the file; blocks. */
  protected abstract Checkup check() throws SQLException;

  /** Reads the schema; blocks. */
  protected abstract List<TableDescription> tables() throws SQLException;

  /** Prepares one query; nothing of it runs yet. Blocks. */
  protected abstract BlockingRows prepare(String sql, long timeoutMillis) throws SQLException;

  @Override
  public final Future<Checkup> probe() {
    return run(this::check, opening);
  }

  @Override
  public final Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return run(this::tables, opening)
        .compose(tables -> {
          Future<Void> sent = Future.succeededFuture();
          for (TableDescription table : tables) {
            sent = sent.compose(before -> reader.apply(table));
          }
          return sent.map(tables.size());
        });
  }

  @Override
  public final Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return run(() -> prepare(sql, timeoutMillis), running)
        .compose(rows -> {
          BlockingCursor cursor =
              new BlockingCursor(vertx, new Opened(rows, running), shape, timeoutMillis);
          return rows.hasUnknownTypes()
              ? cursor.begin(FIRST_ROW_MILLIS)
              : Future.succeededFuture(cursor);
        });
  }

  private <T> Future<T> run(Callable<T> blocking, Function<Throwable, CustardException> failures) {
    return work.run(blocking).recover(failure -> Future.failedFuture(failures.apply(failure)));
  }

  @Override
  public final Future<Void> close() {
    return Future.succeededFuture();
  }
}

package io.custard.agent.database.server;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCursor;
import io.custard.agent.database.wire.RowTap;
import io.custard.agent.database.wire.TappedCursor.Lease;
import io.custard.problem.CustardException;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PreparedStatement;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each statement, and each question of our own, a session with a read-only transaction, and
 * takes it back whatever happens.
 *
 * @param <S> a session of the server
 */
public abstract class ServerDatabase<S extends ServerSession<?>> implements Database {
  /** Told to the server when it is asked what a statement costs. */
  protected static final long COST_MILLIS = 5_000;

  private static final long DISCOVERY_MILLIS = 60_000;
  private static final long ANY_ROWS = Long.MAX_VALUE;

  private final Vertx vertx;
  private final ServerFailures failures;
  private final ServerSessions<S> sessions;
  private final ServerProbe<S> probe;
  private final long slackMillis;

  /**
   * @param slackMillis after its deadline a statement that is not opened yet is given up, as the
   *     server itself does not end everything that it does until then
   */
  protected ServerDatabase(
      Vertx vertx,
      ServerFailures failures,
      ServerSessions<S> sessions,
      ServerProbe<S> probe,
      long slackMillis) {
    this.vertx = vertx;
    this.failures = failures;
    this.sessions = sessions;
    this.probe = probe;
    this.slackMillis = slackMillis;
  }

  /** Reads the schema in the session's transaction; answers how many tables there were. */
  protected abstract Future<Integer> discover(
      S session, Function<TableDescription, Future<Void>> reader);

  /** Asks the planner in the session's transaction. */
  protected abstract Future<OptionalDouble> cost(S session, String sql);

  /**
   * The result of a statement that is prepared, not run yet.
   *
   * @param lease for the cursor to end
   */
  protected abstract Future<RowCursor> cursor(
      S session, PreparedStatement statement, ResultShape shape, Lease lease);

  @Override
  public final Future<Checkup> probe() {
    return probe.run();
  }

  @Override
  public final Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    return inSession(DISCOVERY_MILLIS, session -> discover(session, reader));
  }

  @Override
  public final Future<OptionalDouble> cost(String sql) {
    return inSession(COST_MILLIS, session -> cost(session, sql));
  }

  /** Work of our own that ends before its session is given back. */
  private <T> Future<T> inSession(long timeoutMillis, Function<S, Future<T>> work) {
    return sessions
        .acquire()
        .compose(session ->
            session
                .begin(timeoutMillis, ANY_ROWS)
                .compose(begun -> work.apply(session))
                .transform(result ->
                    sessions
                        .release(session, isLate(result.cause()))
                        .transform(released ->
                            result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(failures.running(result.cause())))));
  }

  @Override
  public final Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return sessions
        .acquire()
        .compose(session ->
            session
                .begin(timeoutMillis, shape.caps().rows() + 1)
                .compose(begun -> session.prepare(sql))
                .compose(statement -> cursor(session, statement, shape, new Return(session)))
                .timeout(timeoutMillis + slackMillis, TimeUnit.MILLISECONDS)
                .recover(failure ->
                    sessions
                        .release(session, isLate(failure))
                        .transform(released -> Future.failedFuture(failures.running(failure)))));
  }

  /** What was not awaited any longer still runs. */
  private static boolean isLate(@Nullable Throwable failure) {
    return failure instanceof TimeoutException;
  }

  /** Gives the session of a closed cursor back. */
  private final class Return implements Lease {
    private final S session;

    Return(S session) {
      this.session = session;
    }

    @Override
    public Vertx vertx() {
      return vertx;
    }

    @Override
    public RowTap tap() {
      return session.tap();
    }

    @Override
    public CustardException describe(Throwable failure) {
      return failures.running(failure);
    }

    @Override
    public Future<Void> give(boolean running) {
      return sessions.release(session, running);
    }
  }

  @Override
  public final Future<Void> close() {
    probe.close();
    return sessions.close();
  }
}

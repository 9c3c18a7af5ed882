package io.custard.testkit.guard;

import io.custard.agent.database.Database;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.testkit.database.Loop;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends statements that the guard would refuse straight to an engine, as the agent sends judged
 * ones: with a deadline that the database is told, and a cancel a little later.
 */
public final class SessionLayer {
  private static final RowCaps CAPS = new RowCaps(1_000, 1 << 20);

  private final Loop loop;
  private final Database database;
  private final long timeoutMillis;

  public SessionLayer(Loop loop, Database database, long timeoutMillis) {
    this.loop = loop;
    this.database = database;
    this.timeoutMillis = timeoutMillis;
  }

  /**
   * What became of a statement.
   *
   * @param ran whether the database took it and it ended well
   * @param said the failure's sentence, or nothing
   */
  public record Outcome(String statement, boolean ran, String said, long millis) {}

  /** Runs one statement to its end, its caps or its deadline. */
  public Outcome send(String statement) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      loop.get(() -> run(statement));
      outcome = new Outcome(statement, true, "", 0);
    } catch (RuntimeException e) {
      String said = e instanceof CustardException known ? known.detail() : e.toString();
      outcome = new Outcome(statement, false, said, 0);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Outcome(statement, outcome.ran(), outcome.said(), millis);
  }

  private Future<Void> run(String statement) {
    return database
        .open(statement, CAPS, timeoutMillis)
        .compose(cursor ->
            drain(cursor)
                .timeout(2 * timeoutMillis, TimeUnit.MILLISECONDS)
                .eventually(() -> cursor.close()));
  }

  private static Future<Void> drain(RowCursor cursor) {
    return cursor
        .next()
        .compose(chunk -> chunk.isPresent() ? drain(cursor) : Future.succeededFuture());
  }
}

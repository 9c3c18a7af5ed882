package io.custard.testkit.guard;

import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
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

  /** How a statement ended. */
  public enum Ending {
    RAN,
    REFUSED,
    /** Nobody answered in time, or something failed that is no refusal. */
    GIVEN_UP
  }

  /**
   * What became of a statement.
   *
   * @param said the failure's sentence, or nothing
   */
  public record Outcome(String statement, Ending ending, String said, long millis) {
    public boolean ran() {
      return ending == Ending.RAN;
    }
  }

  /** Runs one statement to its end, its caps or its deadline. */
  public Outcome send(String statement) {
    return send(statement, CAPS);
  }

  /** The same with caps of the caller's own. */
  public Outcome send(String statement, RowCaps caps) {
    long start = System.nanoTime();
    Ending ending = Ending.RAN;
    String said = "";
    try {
      loop.get(() -> run(statement, caps));
    } catch (CustardException e) {
      ending = Ending.REFUSED;
      said = e.detail();
    } catch (IllegalStateException e) {
      ending = Ending.GIVEN_UP;
      said = e.toString();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Outcome(statement, ending, said, millis);
  }

  private Future<Void> run(String statement, RowCaps caps) {
    return database
        .open(statement, ResultShape.json(caps), timeoutMillis)
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

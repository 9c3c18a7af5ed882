package io.custard.agent.database;

import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One customer database. Every method is called on the agent's event loop and answers on it; every
 * failure is a {@link io.custard.problem.CustardException} whose sentence is safe to send.
 */
public interface Database {
  /** Tables beyond so many are not described. */
  int MAX_TABLES = 20_000;

  /** The guard's name of the dialect. */
  String dialect();

  /** Runs a real statement on a connection of its own, within a few seconds. */
  Future<Checkup> probe();

  /**
   * Reads the whole schema, up to {@link #MAX_TABLES}, ordered by schema and name.
   *
   * @param reader takes one table; the next one comes when its future completes
   * @return how many tables there were
   */
  Future<Integer> discover(Function<TableDescription, Future<Void>> reader);

  /**
   * Begins a statement in a read-only session of its own.
   *
   * @param sql one statement, as the guard accepted it
   * @param timeoutMillis told to the database too
   */
  Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis);

  /**
   * What the database's planner thinks the statement costs, in its own unit, without running it.
   *
   * @param sql one statement, as the guard accepted it
   * @return empty when the engine tells no cost
   */
  default Future<OptionalDouble> cost(String sql) {
    return Future.succeededFuture(OptionalDouble.empty());
  }

  /** Ends all sessions. */
  Future<Void> close();
}

package io.custard.agent.database.postgresql;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.util.OptionalDouble;

/** What the planner expects of a statement, from {@code EXPLAIN}, which does not run it. */
final class PlannedCost {
  private static final String EXPLAIN = "EXPLAIN (FORMAT JSON) ";

  private PlannedCost() {}

  /**
   * Asks in the session's transaction. Empty for what has no plan, as {@code SHOW}, and for what is
   * wrong: it fails the same when it is run, with the right position.
   */
  static Future<OptionalDouble> of(PgSession session, String sql) {
    return session
        .prepare(EXPLAIN + sql)
        .compose(statement -> statement.query().execute())
        .map(plan -> total(plan.iterator().next()))
        .recover(failure ->
            isOfTheText(failure)
                ? Future.succeededFuture(OptionalDouble.empty())
                : Future.failedFuture(failure));
  }

  private static OptionalDouble total(Row plan) {
    return OptionalDouble.of(
        new JsonArray(plan.getString(0))
            .getJsonObject(0)
            .getJsonObject("Plan")
            .getDouble("Total Cost"));
  }

  private static boolean isOfTheText(Throwable failure) {
    return failure instanceof PgException refused
        && refused.getSqlState() != null
        && refused.getSqlState().startsWith("42");
  }
}

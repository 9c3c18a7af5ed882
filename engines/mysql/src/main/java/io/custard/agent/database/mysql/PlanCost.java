package io.custard.agent.database.mysql;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The planner's cost from {@code EXPLAIN FORMAT=JSON}, which runs nothing: for MySQL in its own
 * unit, for MariaDB 11 and newer in milliseconds, for older ones unknown. Each part of a statement
 * has its own cost, which are added up.
 */
final class PlanCost {
  private PlanCost() {}

  /** Empty for a statement that is a plan itself. */
  static Future<OptionalDouble> of(MySqlSession session, String sql) {
    if (sql.stripLeading().regionMatches(true, 0, "EXPLAIN", 0, "EXPLAIN".length())) {
      return Future.succeededFuture(OptionalDouble.empty());
    }
    return session.rows("EXPLAIN FORMAT=JSON " + sql).map(PlanCost::read);
  }

  private static OptionalDouble read(List<Row> rows) {
    return rows.isEmpty()
        ? OptionalDouble.empty()
        : read(new JsonObject(rows.getFirst().getString(0)));
  }

  /** Of the plan as the server printed it. */
  static OptionalDouble read(JsonObject plan) {
    Sum sum = new Sum();
    sum.add(plan);
    return sum.known ? OptionalDouble.of(sum.cost) : OptionalDouble.empty();
  }

  private static final class Sum {
    private double cost;
    private boolean known;

    void add(@Nullable Object part) {
      if (part instanceof JsonObject object) {
        block(object.getValue("query_block"));
        object.forEach(entry -> add(entry.getValue()));
      } else if (part instanceof JsonArray array) {
        array.forEach(this::add);
      }
    }

    private void block(@Nullable Object block) {
      if (!(block instanceof JsonObject object)) {
        return;
      }
      Object found =
          object.getValue("cost_info") instanceof JsonObject costs
              ? costs.getValue("query_cost")
              : object.getValue("cost");
      if (found != null) {
        cost += Double.parseDouble(found.toString());
        known = true;
      }
    }
  }
}

package io.custard.translate.plan;

import io.custard.translate.read.Op;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One query, settled in everything but the dialect.
 *
 * @param top whether the order picks out extreme rows
 * @param both a second query; only rows found by both are shown
 */
public record Plan(
    boolean distinct,
    List<Expr> outputs,
    Joins joins,
    List<Condition> where,
    List<Expr.Col> groupBy,
    List<Having> having,
    List<Order> order,
    boolean top,
    @Nullable Integer limit,
    @Nullable Plan both) {
  public Plan {
    outputs = List.copyOf(outputs);
    where = List.copyOf(where);
    groupBy = List.copyOf(groupBy);
    having = List.copyOf(having);
    order = List.copyOf(order);
  }

  /** A condition on a figure of a group. */
  public record Having(Expr.Agg measure, Op op, BigDecimal number) {}

  /** One key of the order. */
  public record Order(Expr expr, boolean descending) {}
}

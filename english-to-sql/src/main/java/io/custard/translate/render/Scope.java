package io.custard.translate.render;

import io.custard.translate.link.TableNode;
import io.custard.translate.plan.Condition;
import io.custard.translate.plan.Joins;
import io.custard.translate.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Which alias each table has in a SELECT and in those around it. */
final class Scope {
  private final Map<TableNode, String> aliases = new HashMap<>();
  private final AtomicInteger next;
  private final @Nullable Scope around;
  private final boolean single;

  private Scope(Joins joins, @Nullable Scope around, AtomicInteger next, boolean single) {
    this.around = around;
    this.next = next;
    this.single = single;
    joins.tables().forEach(table -> aliases.put(table, "t" + next.incrementAndGet()));
  }

  static Scope outermost(Plan plan) {
    boolean single =
        plan.joins().hops().isEmpty() && plan.where().stream().noneMatch(Scope::nested);
    return new Scope(plan.joins(), null, new AtomicInteger(), single);
  }

  /** The scope of a subquery over one table alone. */
  static Scope bareFor(TableNode table) {
    return new Scope(new Joins(table, java.util.List.of()), null, new AtomicInteger(), true);
  }

  private static boolean nested(Condition condition) {
    return switch (condition) {
      case Condition.Exists c -> true;
      case Condition.Count c -> true;
      case Condition.All c -> c.conditions().stream().anyMatch(Scope::nested);
      case Condition.Any c -> c.conditions().stream().anyMatch(Scope::nested);
      case Condition.Not c -> nested(c.condition());
      case Condition.WithText c -> false;
      case Condition.WithNumber c -> false;
      case Condition.WithDay c -> false;
      case Condition.Null c -> false;
      case Condition.Truth c -> false;
      case Condition.WithAggregate c -> false;
    };
  }

  Scope inside(Joins joins) {
    return new Scope(joins, this, next, false);
  }

  /** Whether the one table needs no alias. */
  boolean bare(TableNode table) {
    return single && aliases.containsKey(table);
  }

  boolean single() {
    return single;
  }

  String alias(TableNode table) {
    String alias = aliases.get(table);
    if (alias != null) {
      return alias;
    }
    if (around == null) {
      throw new IllegalStateException("a column of a table that is not joined");
    }
    return around.alias(table);
  }
}

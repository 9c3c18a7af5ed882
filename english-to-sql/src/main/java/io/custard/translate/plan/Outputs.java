package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.Fn;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.Rank;
import java.util.List;
import java.util.Optional;

/** What can be shown, sorted by and counted. */
final class Outputs {
  private Outputs() {}

  /** The columns that name a row of a table: its label, else its key. */
  static List<ColumnNode> naming(TableNode table) {
    List<ColumnNode> columns = table.labels().isEmpty() ? table.key() : table.labels();
    if (columns.isEmpty()) {
      throw new NotUnderstood("which column names one of " + table.humanised());
    }
    return columns;
  }

  /** What is shown first and can be sorted by. */
  static Expr firstOrdered(List<Expr> outputs) {
    for (Expr output : outputs) {
      if (!(output instanceof Expr.Star)) {
        return output;
      }
    }
    throw new NotUnderstood("what to sort by");
  }

  /** Counting rows of a table for each of its own rows would always find one. */
  static void countable(List<Expr> outputs, TableNode table) {
    boolean own =
        outputs.stream()
            .anyMatch(o ->
                o instanceof Expr.Col c
                    && c.column().owner() == table
                    && (c.column().soleKey() || table.labels().contains(c.column())));
    if (own && table.key().size() == 1) {
      throw new NotUnderstood("what is counted for each of " + table.humanised());
    }
  }

  /** Whether what is sorted by is shown; different values cannot be sorted by anything else. */
  static boolean shown(List<Plan.Order> order, List<Expr> outputs) {
    if (order.stream().allMatch(o -> outputs.contains(o.expr()))) {
      return true;
    }
    throw new NotUnderstood("how to sort different values by something not shown");
  }

  static Expr.Agg countOfRows() {
    return new Expr.Agg(Fn.COUNT, null, false);
  }

  /** "each code" beside "payment method codes" repeats what is shown. */
  static Optional<ColumnNode> repeated(List<Expr> outputs, Mention group) {
    return outputs.stream()
        .filter(Expr.Col.class::isInstance)
        .map(o -> ((Expr.Col) o).column())
        .filter(c -> group.columns().stream().anyMatch(m -> m.column() == c))
        .findFirst();
  }

  static boolean aggregate(Rank rank) {
    return rank instanceof Rank.ByCount || (rank instanceof Rank.ByColumn c && c.fn() != null);
  }
}

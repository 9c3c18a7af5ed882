package io.custard.translate.render;

import io.custard.translate.SqlDialect;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import io.custard.translate.plan.Expr;
import io.custard.translate.plan.Hop;
import io.custard.translate.plan.Joins;
import io.custard.translate.plan.Plan;
import io.custard.translate.read.Fn;
import io.custard.translate.text.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a plan as SQL of one dialect. */
public final class SqlWriter {
  private final SqlDialect dialect;
  private final Names names;

  /** A writer of one dialect. */
  public SqlWriter(SqlDialect dialect) {
    this.dialect = dialect;
    this.names = new Names(dialect);
  }

  /** The SELECT of a plan. */
  public String write(Plan plan) {
    Scope scope = Scope.outermost(plan);
    StringBuilder sql = new StringBuilder(plan.distinct() ? "SELECT DISTINCT " : "SELECT ");
    List<String> outputs = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Expr output : plan.outputs()) {
      outputs.add(output(output, scope, labels));
    }
    sql.append(String.join(", ", outputs)).append(" FROM ").append(from(plan.joins(), scope));
    ConditionWriter conditions = new ConditionWriter(this, dialect);
    if (!plan.where().isEmpty()) {
      sql.append(" WHERE ").append(conditions.all(plan.where(), scope));
    }
    if (!plan.groupBy().isEmpty()) {
      List<String> groups = plan.groupBy().stream().map(g -> expr(g, scope)).toList();
      sql.append(" GROUP BY ").append(String.join(", ", groups));
    }
    if (!plan.having().isEmpty()) {
      List<String> having =
          plan.having().stream()
              .map(h ->
                  expr(h.measure(), scope) + " " + h.op().sql() + " " + h.number().toPlainString())
              .toList();
      sql.append(" HAVING ").append(String.join(" AND ", having));
    }
    order(plan, scope, sql);
    Plan both = plan.both();
    return both == null ? sql.toString() : sql + " INTERSECT " + write(both);
  }

  private void order(Plan plan, Scope scope, StringBuilder sql) {
    if (!plan.order().isEmpty()) {
      List<String> keys = new ArrayList<>();
      for (Plan.Order order : plan.order()) {
        boolean nullable = order.expr() instanceof Expr.Col col && col.column().column().nullable();
        keys.add(
            expr(order.expr(), scope)
                + (order.descending() ? " DESC" : "")
                + (plan.top() && nullable ? " NULLS LAST" : ""));
      }
      sql.append(" ORDER BY ").append(String.join(", ", keys));
    }
    if (plan.limit() != null) {
      sql.append(" LIMIT ").append(plan.limit());
    }
  }

  private String output(Expr output, Scope scope, List<String> labels) {
    String written = expr(output, scope);
    if (output instanceof Expr.Agg agg) {
      String label = label(agg);
      int number = 2;
      while (labels.contains(label)) {
        label = label(agg) + "_" + number++;
      }
      labels.add(label);
      return written + " AS " + names.quoted(label);
    }
    return written;
  }

  private static String label(Expr.Agg agg) {
    String kind =
        switch (agg.fn()) {
          case COUNT -> "count";
          case SUM -> "total";
          case AVG -> "average";
          case MIN -> "lowest";
          case MAX -> "highest";
        };
    ColumnNode column = agg.column();
    if (column == null || agg.fn() == Fn.COUNT) {
      return column == null ? "count" : "count_" + plain(column);
    }
    return kind + "_" + plain(column);
  }

  private static String plain(ColumnNode column) {
    List<String> words = Identifiers.words(column.column().name());
    String plain = String.join("_", words).toLowerCase(Locale.ROOT);
    return plain.length() > 40 || plain.isEmpty() ? "value" : plain;
  }

  String expr(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Col col -> column(col.column(), scope);
      case Expr.Star star -> scope.single() ? "*" : scope.alias(star.table()) + ".*";
      case Expr.Agg agg -> {
        ColumnNode column = agg.column();
        String inner = column == null ? "*" : column(column, scope);
        yield agg.fn().name() + "(" + (agg.distinct() ? "DISTINCT " : "") + inner + ")";
      }
    };
  }

  String column(ColumnNode column, Scope scope) {
    String name = names.quoted(column.column().name());
    return scope.bare(column.owner()) ? name : scope.alias(column.owner()) + "." + name;
  }

  String table(TableNode table) {
    return names.table(table.table().schema(), table.table().name());
  }

  /** The FROM list of these joins. */
  String from(Joins joins, Scope scope) {
    StringBuilder from = new StringBuilder(aliased(joins.root(), scope));
    for (Hop hop : joins.hops()) {
      from.append(" JOIN ")
          .append(aliased(hop.to(), scope))
          .append(" ON ")
          .append(link(hop, scope));
    }
    return from.toString();
  }

  private String aliased(TableNode table, Scope scope) {
    return scope.bare(table) ? table(table) : table(table) + " AS " + scope.alias(table);
  }

  /** The equality of a step. */
  String link(Hop hop, Scope scope) {
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < hop.edge().many().size(); i++) {
      String one = column(hop.edge().one().get(i), scope);
      String many = column(hop.edge().many().get(i), scope);
      boolean up = hop.from() == hop.edge().manyTable();
      equal.add(up ? many + " = " + one : one + " = " + many);
    }
    return String.join(" AND ", equal);
  }
}

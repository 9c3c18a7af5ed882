package io.custard.conversation.edit;

import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Metric;
import io.custard.conversation.statement.Expr;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calculates something else, or something more. */
final class MetricEdit {
  private final Workbench bench;

  MetricEdit(Workbench bench) {
    this.bench = bench;
  }

  void add(Change.AddMetric change) throws Stopped {
    check(change.metric());
    if (metrics().isEmpty()) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE, "The answer lists rows; ask for the figure instead of them.");
    }
    Draft.Shown shown = shown(change.metric());
    if (bench.draft().outputs.stream()
        .noneMatch(o -> o.piece().meaning().equals(shown.piece().meaning()))) {
      bench.draft().outputs.add(shown);
    }
  }

  void set(Change.SetMetric change) throws Stopped {
    check(change.metric());
    List<Draft.Shown> metrics = metrics();
    if (metrics.isEmpty()) {
      summarise(change.metric());
      return;
    }
    checkNames();
    Draft.Shown old =
        metrics.size() == 1 && change.instead() == null
            ? metrics.getFirst()
            : named(metrics, change);
    Draft draft = bench.draft();
    Draft.Shown shown = shown(change.metric());
    draft.outputs.set(draft.outputs.indexOf(old), shown);
    for (int i = 0; i < draft.orders.size(); i++) {
      Draft.Sorted sorted = draft.orders.get(i);
      if (sorted.meaning().equals(old.piece().meaning())) {
        draft.orders.set(
            i,
            new Draft.Sorted(
                shown.reference(),
                shown.piece().meaning(),
                sorted.tail(),
                shown.piece().columns()));
      }
    }
    draft.dropUnnamed();
  }

  // Conditions and sorting by the names of figures would lose what they name.
  private void checkNames() throws Stopped {
    boolean having = bench.draft().having.size() != bench.state().groupFilters().size();
    boolean orders = bench.draft().orders.stream().anyMatch(o -> o.meaning() instanceof Expr.Other);
    if (having || orders) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE, "The statement uses that figure elsewhere; ask a new question.");
    }
  }

  private Draft.Shown named(List<Draft.Shown> metrics, Change.SetMetric change) throws Stopped {
    Metric instead = change.instead();
    List<Draft.Shown> meant =
        instead == null
            ? metrics
            : metrics.stream().filter(o -> o.piece().meaning().equals(meaning(instead))).toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    if (meant.isEmpty()) {
      throw Stopped.refused(Reason.NOTHING_THERE, "That is not calculated here.");
    }
    throw Stopped.unclear(
        Clarification.of(
            "Which figure is to be replaced?",
            bench.state().metrics().stream()
                .filter(Metric::isAggregate)
                .map(one ->
                    new Clarification.Reading(
                        change.metric().label() + " instead of " + one.label(),
                        List.of(new Change.SetMetric(change.metric(), one))))
                .toList()));
  }

  private List<Draft.Shown> metrics() {
    return bench.draft().outputs.stream().filter(o -> o.piece().isAggregate()).toList();
  }

  // Rows become one figure.
  private void summarise(Metric metric) throws Stopped {
    Draft draft = bench.draft();
    if (!draft.groups.isEmpty() || draft.distinct || !draft.having.isEmpty()) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE, "The answer lists what differs; ask a new question.");
    }
    draft.outputs.clear();
    draft.outputs.add(shown(metric));
    draft.orders.clear();
    draft.limit = null;
    draft.dropUnnamed();
  }

  private void check(Metric metric) throws Stopped {
    ColumnName column = metric.column();
    if (!metric.isAggregate() || (column == null && metric.calculation() != Calculation.COUNT)) {
      throw Stopped.refused(Reason.UNKNOWN_COLUMN, "It is not said what is to be calculated.");
    }
    if (column != null) {
      bench.described(column);
      Reach reach = new Reach(bench.statement());
      if (!reach.isPresent(column.table())) {
        throw reach.noPath(column.table());
      }
    }
  }

  private static Expr meaning(Metric metric) {
    return new Expr.Aggregate(metric.calculation(), metric.column(), metric.distinct());
  }

  private Draft.Shown shown(Metric metric) {
    String label = label(metric.calculation(), metric.column());
    long taken =
        bench.draft().outputs.stream().filter(o -> o.alias().equalsIgnoreCase(label)).count();
    String alias = taken == 0 ? label : label + "_2";
    return new Draft.Shown(
        bench.metric(metric), new Quoting(bench.statement().dialect()).name(alias));
  }

  private static String label(Calculation calculation, @Nullable ColumnName column) {
    String of = column == null ? "" : "_" + column.label().replace(' ', '_');
    String kind =
        switch (calculation) {
          case COUNT -> "count";
          case SUM -> "total";
          case AVERAGE -> "average";
          case MINIMUM -> "lowest";
          case MAXIMUM -> "highest";
          case VALUE, OTHER -> "value";
        };
    String label = (kind + of).toLowerCase(Locale.ROOT);
    return label.length() > 60 || of.equals("_" + kind) ? kind : label;
  }
}

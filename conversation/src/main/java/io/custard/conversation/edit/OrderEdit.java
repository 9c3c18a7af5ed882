package io.custard.conversation.edit;

import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Metric;
import io.custard.conversation.statement.Expr;
import io.custard.guard.Dialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts, and shows more or fewer rows. */
final class OrderEdit {
  private final Workbench bench;

  OrderEdit(Workbench bench) {
    this.bench = bench;
  }

  void limit(Change.SetLimit change) throws Stopped {
    Integer limit = change.limit();
    if (limit != null && limit < 1) {
      throw Stopped.refused(Reason.WRONG_VALUE, "At least one row has to be shown.");
    }
    bench.draft().limit = limit;
  }

  void unset() {
    bench.draft().orders.clear();
    bench.draft().dropUnnamed();
  }

  void set(Change.SetOrder change) throws Stopped {
    Draft draft = bench.draft();
    Metric by = change.by();
    if (by == null && !draft.orders.isEmpty()) {
      Draft.Sorted first = draft.orders.getFirst();
      draft.orders.set(0, sorted(first.text(), first.meaning(), first, change.descending()));
      return;
    }
    Draft.Shown shown = by == null ? only() : find(by).orElse(null);
    Piece piece = shown != null ? shown.piece() : hidden(by);
    Draft.Sorted next =
        sorted(
            shown != null ? shown.reference() : piece.text(),
            piece.meaning(),
            null,
            change.descending());
    draft.orders.clear();
    draft.orders.add(new Draft.Sorted(next.text(), next.meaning(), next.tail(), piece.columns()));
    draft.dropUnnamed();
  }

  private Draft.Sorted sorted(
      String text, Expr meaning, Draft.@Nullable Sorted old, boolean descending) {
    // PostgreSQL has rows without a value first, others have them last.
    boolean nulls =
        descending
            && bench.statement().dialect() == Dialect.POSTGRESQL
            && !(meaning instanceof Expr.Aggregate a && a.calculation() == Calculation.COUNT)
            && meaning instanceof Expr.Aggregate;
    String tail = descending ? (nulls ? "DESC NULLS LAST" : "DESC") : "";
    return new Draft.Sorted(text, meaning, tail, old == null ? java.util.Set.of() : old.columns());
  }

  private Draft.Shown only() throws Stopped {
    List<Draft.Shown> metrics =
        bench.draft().outputs.stream().filter(o -> o.piece().isAggregate()).toList();
    if (metrics.size() != 1) {
      throw Stopped.refused(Reason.NOTHING_THERE, "Say by what it is to be sorted.");
    }
    return metrics.getFirst();
  }

  private Optional<Draft.Shown> find(Metric by) {
    Expr meaning =
        by.isAggregate()
            ? new Expr.Aggregate(by.calculation(), by.column(), by.distinct())
            : new Expr.Column(column(by));
    return bench.draft().outputs.stream()
        .filter(shown ->
            shown.piece().meaning().equals(meaning)
                || (shown.piece().meaning() instanceof Expr.Dated dated
                    && meaning.equals(new Expr.Column(dated.column()))))
        .findFirst();
  }

  private static ColumnName column(Metric by) {
    ColumnName column = by.column();
    return column == null ? new ColumnName("", "") : column;
  }

  // By something that is not shown: only where each row has one value of it.
  private Piece hidden(@Nullable Metric by) throws Stopped {
    Draft draft = bench.draft();
    boolean summary =
        !draft.groups.isEmpty() || draft.outputs.stream().anyMatch(o -> o.piece().isAggregate());
    if (by == null || by.isAggregate() != summary || draft.distinct || by.column() == null) {
      throw Stopped.refused(
          Reason.NOTHING_THERE, "The answer cannot be sorted by what it does not show.");
    }
    ColumnName column = column(by);
    bench.described(column);
    Reach reach = new Reach(bench.statement());
    if (!reach.isPresent(column.table())) {
      throw reach.noPath(column.table());
    }
    return bench.metric(by);
  }
}

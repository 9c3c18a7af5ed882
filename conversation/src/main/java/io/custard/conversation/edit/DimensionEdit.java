package io.custard.conversation.edit;

import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Grain;
import io.custard.conversation.statement.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Groups by more, by less, or by something else. */
final class DimensionEdit {
  private final Workbench bench;

  DimensionEdit(Workbench bench) {
    this.bench = bench;
  }

  void add(Change.AddDimension change) throws Stopped {
    Dimension dimension = change.dimension();
    bench.reach(
        dimension.column(),
        change.via(),
        via -> new Change.AddDimension(dimension, change.each(), via));
    put(dimension, change.each());
  }

  void set(Change.SetDimension change) throws Stopped {
    Dimension dimension = change.dimension();
    bench.reach(
        dimension.column(),
        change.via(),
        via -> new Change.SetDimension(dimension, change.each(), via));
    take(meaning -> true);
    put(dimension, change.each());
    bench.draft().dropUnnamed();
  }

  void remove(Change.RemoveDimension change) throws Stopped {
    Dimension dimension = change.dimension();
    if (bench.draft().groups.isEmpty()) {
      throw Stopped.refused(Reason.NOTHING_THERE, "The answer is not grouped.");
    }
    if (dimension == null) {
      take(meaning -> true);
    } else {
      Expr meaning = meaning(dimension);
      if (bench.draft().groups.stream().noneMatch(group -> group.meaning().equals(meaning))) {
        throw Stopped.refused(Reason.NOTHING_THERE, "The answer is not grouped by that.");
      }
      Set<Expr> gone = new HashSet<>(Set.of(meaning));
      hiddenKey(dimension.column()).ifPresent(key -> gone.add(new Expr.Column(key)));
      take(gone::contains);
    }
    bench.draft().dropUnnamed();
  }

  // A key that only keeps rows apart that look the same.
  private Optional<ColumnName> hiddenKey(ColumnName column) {
    return bench
        .key(column.table())
        .filter(key ->
            bench.draft().outputs.stream()
                .noneMatch(o -> o.piece().meaning().equals(new Expr.Column(key))));
  }

  private static Expr meaning(Dimension dimension) {
    Grain grain = dimension.grain();
    return grain == null
        ? new Expr.Column(dimension.column())
        : new Expr.Dated(dimension.column(), grain);
  }

  private void put(Dimension dimension, boolean each) throws Stopped {
    Draft draft = bench.draft();
    boolean summary = draft.outputs.stream().anyMatch(shown -> shown.piece().isAggregate());
    if (!summary && draft.groups.isEmpty()) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE, "The answer lists rows; say what is to be calculated of them.");
    }
    Grain grain = dimension.grain();
    Piece piece =
        grain == null ? bench.column(dimension.column()) : bench.dated(dimension.column(), grain);
    if (draft.groups.stream().anyMatch(group -> group.meaning().equals(piece.meaning()))) {
      return;
    }
    Draft.Shown shown = new Draft.Shown(piece, grain == null ? "" : alias(grain));
    int place = 0;
    while (place < draft.outputs.size() && draft.isGroup(draft.outputs.get(place))) {
      place++;
    }
    draft.outputs.add(place, shown);
    Optional<ColumnName> key = each ? bench.key(dimension.column().table()) : Optional.empty();
    key.filter(k -> !k.equals(dimension.column()))
        .ifPresent(k -> draft.groups.add(bench.column(k)));
    draft.groups.add(piece);
    if (grain != null && draft.orders.isEmpty()) {
      // Time that is out of order cannot be read.
      draft.orders.add(new Draft.Sorted(shown.reference(), piece.meaning(), "", piece.columns()));
    }
  }

  private String alias(Grain grain) {
    String alias = grain.label();
    boolean taken =
        bench.draft().outputs.stream().anyMatch(shown -> shown.alias().equalsIgnoreCase(alias));
    return new Quoting(bench.statement().dialect()).name(taken ? alias + "_2" : alias);
  }

  private void take(Predicate<Expr> gone) throws Stopped {
    Draft draft = bench.draft();
    List<Piece> removed = draft.groups.stream().filter(g -> gone.test(g.meaning())).toList();
    Set<Expr> meanings = new HashSet<>();
    Set<ColumnName> columns = new HashSet<>();
    removed.forEach(piece -> {
      meanings.add(piece.meaning());
      columns.addAll(piece.columns());
    });
    draft.groups.removeAll(removed);
    draft.outputs.removeIf(shown -> meanings.contains(shown.piece().meaning()));
    draft.orders.removeIf(sorted -> meanings.contains(sorted.meaning()));
    boolean tangled =
        draft.outputs.stream()
                .anyMatch(o -> isTangled(o.piece().meaning(), o.piece().columns(), columns))
            || draft.orders.stream().anyMatch(o -> isTangled(o.meaning(), o.columns(), columns));
    if (tangled) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE,
          "The answer calculates with what it is grouped by; ask a new question.");
    }
  }

  // Without the group its columns have no one value.
  private boolean isTangled(Expr meaning, Set<ColumnName> named, Set<ColumnName> gone) {
    return !(meaning instanceof Expr.Aggregate)
        && bench.draft().groups.stream().noneMatch(group -> group.meaning().equals(meaning))
        && named.stream().anyMatch(gone::contains);
  }
}

package io.custard.check.join;

import io.custard.check.Caution;
import io.custard.check.block.Aggregate;
import io.custard.check.block.Block;
import io.custard.check.block.Bound;
import io.custard.check.block.Joins;
import io.custard.check.block.Source;
import io.custard.check.schema.KnownTable;
import io.custard.check.schema.KnownTable.Reference;
import io.custard.check.schema.Names;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds inner joins along a foreign key that leave out rows the question may be about.
 *
 * <p>Most inner joins leave rows out, and mostly that is what is asked: "customers who ordered".
 * Two kinds are told:
 *
 * <ul>
 *   <li>a count or sum of children for each parent. A parent without children has the figure 0 and
 *       is missing instead. Nothing is said if the children are chosen by a condition, if HAVING
 *       chooses among the groups, or if only the highest figures are shown, where 0 would not be;
 *   <li>children whose key may be null, joined to their parent, if the answer is about the
 *       children: a total over all, or a list of them with something of their parent. Nothing is
 *       said if any relation but the children is chosen by a condition, or the figures are for each
 *       parent, where a child without one has no place.
 * </ul>
 *
 * <p>Only the SELECTs that give the answer are looked at: what a query inside leaves out may be
 * brought back around it.
 */
final class Loss {
  private static final Set<String> ZERO_WITHOUT_ROWS = Set.of("count", "sum", "total");

  private final Block block;
  private final Joins joins;
  private final Names names;

  Loss(Block block, Names names) {
    this.block = block;
    this.joins = block.joins();
    this.names = names;
  }

  Stream<Caution> cautions() {
    if (!block.result().answer()) {
      return Stream.empty();
    }
    List<Source> inner =
        joins.sources().stream().filter(source -> !joins.outer().contains(source.id())).toList();
    return inner.stream()
        .flatMap(child ->
            inner.stream()
                .filter(parent -> parent.id() != child.id())
                .flatMap(parent -> loss(child, parent)));
  }

  private Stream<Caution> loss(Source child, Source parent) {
    KnownTable from = child.table();
    KnownTable to = parent.table();
    if (from == null || to == null) {
      return Stream.empty();
    }
    Set<String> joined = joins.fieldsJoined(child.id(), parent.id());
    return from.references().stream()
        .filter(reference -> reference.target().equals(to.name(names)))
        .filter(reference -> joined.equals(Set.copyOf(reference.columns())))
        .limit(1)
        .flatMap(reference -> loss(child, parent, reference));
  }

  private Stream<Caution> loss(Source child, Source parent, Reference reference) {
    if (losesParents(child, parent)) {
      return Stream.of(caution(parent, child));
    }
    return losesChildren(child, parent, reference)
        ? Stream.of(caution(child, parent))
        : Stream.empty();
  }

  private static Caution caution(Source lost, Source partner) {
    return lost.shown().equals(partner.shown())
        ? new Caution.RowLoss(lost.alias(), partner.alias())
        : new Caution.RowLoss(lost.shown(), partner.shown());
  }

  private boolean losesParents(Source child, Source parent) {
    boolean figures =
        block.aggregates().stream()
            .filter(figure -> ZERO_WITHOUT_ROWS.contains(figure.name()))
            .anyMatch(figure -> isOver(figure, child));
    return figures
        && block.grouping().present()
        && block.grouping().certain()
        && isGroupedBy(parent)
        && joins.sources().size() == 2
        && !block.grouping().having()
        && !block.result().top()
        && !isChosen(child);
  }

  // Grouped by the parent's key, or by some column of it that is shown.
  private boolean isGroupedBy(Source parent) {
    return block.grouping().columns().stream().allMatch(slot -> slot.source() == parent.id());
  }

  private static boolean isOver(Aggregate figure, Source child) {
    return figure.columns().isEmpty()
        || figure.columns().stream().allMatch(column -> column.source().id() == child.id());
  }

  private boolean losesChildren(Source child, Source parent, Reference reference) {
    return mayBeNull(child, reference)
        && Set.of(child.id()).containsAll(block.filters().sources())
        && !block.result().distinct()
        && !block.grouping().present()
        && !block.result().top()
        && (block.aggregates().isEmpty() ? shows(child) && shows(parent) : adds(child));
  }

  private boolean shows(Source source) {
    return block.result().columns().stream().map(Bound::source).anyMatch(source::equals);
  }

  private boolean adds(Source child) {
    return block.aggregates().stream()
        .filter(figure -> !figure.distinct())
        .anyMatch(figure -> isOver(figure, child));
  }

  private static boolean mayBeNull(Source child, Reference reference) {
    KnownTable table = Objects.requireNonNull(child.table());
    return reference.columns().stream()
        .filter(column -> table.shape().keys().stream().noneMatch(key -> key.contains(column)))
        .flatMap(column -> child.shape().field(column).stream())
        .map(field -> Objects.requireNonNull(field.column()))
        .anyMatch(column -> column.nullable());
  }

  private boolean isChosen(Source source) {
    return block.filters().sources().contains(source.id());
  }
}

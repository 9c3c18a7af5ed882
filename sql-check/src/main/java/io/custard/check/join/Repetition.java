package io.custard.check.join;

import io.custard.check.Caution;
import io.custard.check.Caution.ChasmTrap;
import io.custard.check.Caution.FanOut;
import io.custard.check.Caution.RepeatedAverage;
import io.custard.check.block.Aggregate;
import io.custard.check.block.Block;
import io.custard.check.block.Joins;
import io.custard.check.block.Slot;
import io.custard.check.block.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds figures over rows that a join repeats.
 *
 * <p>A figure is taken over the rows of the sources in its argument. From these one walks along
 * joins that lead to one row at most, by a key that is covered: a source that is reached repeats
 * nothing. One that is left over and joined to a reached one repeats the rows, unless a row of it
 * is fixed by constants, or by GROUP BY within each group. Nothing is said where it is not known
 * what identifies a row.
 *
 * <p>Smallest and largest values and distinct ones do not change when rows repeat. {@code count(*)}
 * counts the rows of the join, which is what it says, unless two children of one parent are joined:
 * then the rows are pairs, and nobody asks for their number.
 */
final class Repetition {
  private static final Set<String> ADDING = Set.of("sum", "count", "total", "avg", "mean");
  private static final Set<String> AVERAGING = Set.of("avg", "mean");

  private final Block block;
  private final Joins joins;
  private final Set<Slot> fixed;

  Repetition(Block block) {
    this.block = block;
    this.joins = block.joins();
    this.fixed = new HashSet<>(block.filters().constants());
    this.fixed.addAll(block.grouping().columns());
  }

  Stream<Caution> cautions() {
    return block.aggregates().stream()
        .filter(figure -> ADDING.contains(figure.name()) && !figure.distinct() && figure.certain())
        .flatMap(figure -> caution(figure).stream());
  }

  private Optional<Caution> caution(Aggregate figure) {
    Set<Integer> own =
        figure.columns().stream().map(column -> column.source().id()).collect(Collectors.toSet());
    if (own.isEmpty()) {
      return pairs();
    }
    if (countsItsGroup(figure, own)) {
      return Optional.empty();
    }
    Set<Integer> once = joins.determinedBy(own, fixed);
    List<Source> repeating =
        joins.sources().stream().filter(source -> !once.contains(source.id())).toList();
    Optional<Caution> children =
        first(own, repeating, (parent, child) -> repeated(figure, parent, child));
    return children.isPresent() ? children : siblings(own, repeating);
  }

  // Counting what the groups are made by has only one use: to count what is joined.
  private boolean countsItsGroup(Aggregate figure, Set<Integer> own) {
    Set<Slot> grouped = block.grouping().columns();
    return figure.name().equals("count")
        && (figure.columns().stream().allMatch(column -> grouped.contains(column.slot()))
            || joins.determinedBy(Set.of(), grouped).containsAll(own));
  }

  private Optional<Caution> siblings(Set<Integer> own, List<Source> repeating) {
    Set<Integer> parents = new HashSet<>(joins.determinedBy(own, block.filters().constants()));
    parents.removeAll(own);
    Source summed = joins.source(own.iterator().next());
    return first(
        parents,
        repeating,
        (parent, child) -> new ChasmTrap(parent.shown(), summed.shown(), child.shown()));
  }

  private Optional<Caution> first(
      Set<Integer> parents, List<Source> children, BiFunction<Source, Source, Caution> caution) {
    return children.stream()
        .flatMap(child ->
            joins.sources().stream()
                .filter(parent -> parents.contains(parent.id()) && hasMany(parent, child))
                .map(parent -> caution.apply(parent, child)))
        .findFirst();
  }

  private static Caution repeated(Aggregate figure, Source parent, Source child) {
    return AVERAGING.contains(figure.name())
        ? new RepeatedAverage(figure.shown(), parent.shown(), child.shown())
        : new FanOut(figure.shown(), parent.shown(), child.shown());
  }

  // Whether several rows of the child belong to a row of the parent, as far as keys tell.
  private boolean hasMany(Source parent, Source child) {
    Set<String> ofParent = joins.fieldsJoined(parent.id(), child.id());
    Set<String> ofChild = joins.fieldsJoined(child.id(), parent.id());
    return !ofParent.isEmpty()
        && parent.shape().identifiedBy(ofParent)
        && (child.shape().repeats() || refers(child, ofChild))
        && !child.shape().identifiedBy(ofChild);
  }

  private static boolean refers(Source child, Set<String> fields) {
    return child.table() != null
        && child.table().references().stream()
            .anyMatch(reference -> fields.containsAll(reference.columns()));
  }

  private Optional<Caution> pairs() {
    for (Source parent : joins.sources()) {
      List<Source> children =
          joins.sources().stream()
              .filter(child ->
                  child.id() != parent.id() && hasMany(parent, child) && isFree(parent, child))
              .toList();
      for (Source first : children) {
        for (Source second : children) {
          if (first.id() != second.id() && areApart(first, second)) {
            return Optional.of(new ChasmTrap(parent.shown(), first.shown(), second.shown()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isFree(Source parent, Source child) {
    return !joins.determinedBy(Set.of(parent.id()), fixed).contains(child.id());
  }

  private boolean areApart(Source first, Source second) {
    return joins.fieldsJoined(first.id(), second.id()).isEmpty()
        && !joins.determinedBy(Set.of(first.id()), fixed).contains(second.id())
        && !joins.determinedBy(Set.of(second.id()), fixed).contains(first.id());
  }
}

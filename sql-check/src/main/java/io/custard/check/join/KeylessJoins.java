package io.custard.check.join;

import io.custard.check.Caution;
import io.custard.check.block.Block;
import io.custard.check.block.Joins;
import io.custard.check.block.Joins.Equality;
import io.custard.check.block.Source;
import io.custard.check.schema.KnownTable;
import io.custard.check.schema.KnownTable.Reference;
import io.custard.check.schema.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds tables joined by columns that are a key of neither, nor a declared reference.
 *
 * <p>Two children that refer to the same parent may be joined by these references. A table joined
 * with itself is compared with itself on purpose. With DISTINCT the join asks what the two have in
 * common. And nothing is said of a table no key of which is known, nor where a third table stands
 * between the two.
 */
final class KeylessJoins {
  private final Block block;
  private final Joins joins;
  private final Names names;

  KeylessJoins(Block block, Names names) {
    this.block = block;
    this.joins = block.joins();
    this.names = names;
  }

  Stream<Caution> cautions() {
    if (block.result().distinct() && block.aggregates().isEmpty()) {
      return Stream.empty();
    }
    List<Source> sources = joins.sources();
    return IntStream.range(1, sources.size())
        .boxed()
        .flatMap(right -> caution(sources.subList(0, right), sources.get(right)).stream());
  }

  // A source is joined to any of those before it; one good join is enough.
  private Optional<Caution> caution(List<Source> before, Source right) {
    List<Source> partners =
        before.stream()
            .filter(left -> !joins.fieldsJoined(left.id(), right.id()).isEmpty())
            .toList();
    boolean suspect =
        !partners.isEmpty() && partners.stream().allMatch(left -> isKeyless(left, right));
    return suspect ? Optional.of(caution(partners.getFirst(), right)) : Optional.empty();
  }

  private Caution caution(Source left, Source right) {
    Set<String> columns = new TreeSet<>(joins.fieldsJoined(left.id(), right.id()));
    columns.addAll(joins.fieldsJoined(right.id(), left.id()));
    return new Caution.NonKeyJoin(left.shown(), right.shown(), List.copyOf(columns));
  }

  private boolean isKeyless(Source left, Source right) {
    KnownTable one = left.table();
    KnownTable other = right.table();
    if (one == null || other == null || one.equals(other)) {
      return false;
    }
    return left.shape().repeats()
        && right.shape().repeats()
        && !isIdentified(left, right)
        && !isIdentified(right, left)
        && !one.refersTo(other, names, pairs(left, right))
        && !other.refersTo(one, names, pairs(right, left))
        && !areSiblings(one, other, pairs(left, right));
  }

  private boolean isIdentified(Source source, Source by) {
    Set<String> fields = new HashSet<>(joins.fieldsJoined(source.id(), by.id()));
    block.filters().constants().stream()
        .filter(slot -> slot.source() == source.id())
        .forEach(slot -> fields.add(slot.field()));
    return source.shape().identifiedBy(fields);
  }

  private Set<List<String>> pairs(Source left, Source right) {
    Set<List<String>> pairs = new HashSet<>();
    for (Equality equality : joins.equalities()) {
      if (equality.joins(left.id(), right.id())) {
        boolean same = equality.left().source() == left.id();
        pairs.add(
            same
                ? List.of(equality.left().field(), equality.right().field())
                : List.of(equality.right().field(), equality.left().field()));
      }
    }
    return pairs;
  }

  private static boolean areSiblings(KnownTable one, KnownTable other, Set<List<String>> pairs) {
    return one.references().stream()
        .anyMatch(a -> other.references().stream().anyMatch(b -> haveSameTarget(a, b, pairs)));
  }

  private static boolean haveSameTarget(Reference a, Reference b, Set<List<String>> pairs) {
    return a.target().equals(b.target())
        && a.targetColumns().equals(b.targetColumns())
        && a.columns().size() == b.columns().size()
        && IntStream.range(0, a.columns().size())
            .allMatch(i -> pairs.contains(List.of(a.columns().get(i), b.columns().get(i))));
  }
}

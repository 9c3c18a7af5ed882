package io.custard.check.block;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The relations a SELECT joins.
 *
 * @param outer ids of those whose rows, or whose partners' rows, an outer join keeps
 * @param equalities columns that are equal in every row
 * @param certain whether that is all that joins them
 */
public record Joins(
    List<Source> sources, Set<Integer> outer, List<Equality> equalities, boolean certain) {

  private static final int MANY = 30;

  /** Two columns that are equal. */
  public record Equality(Slot left, Slot right) {
    /** The other side, if this is one. */
    Optional<Slot> opposite(Slot slot) {
      return slot.equals(left)
          ? Optional.of(right)
          : slot.equals(right) ? Optional.of(left) : Optional.empty();
    }

    /** Whether it joins these two sources. */
    public boolean joins(int one, int other) {
      return (left.source() == one && right.source() == other)
          || (left.source() == other && right.source() == one);
    }
  }

  public Joins {
    sources = List.copyOf(sources);
    outer = Set.copyOf(outer);
    equalities = List.copyOf(equalities);
  }

  /** Whether there are more than anyone joins by hand; what repeats what is then left open. */
  public boolean areMany() {
    return sources.size() > MANY;
  }

  public Source source(int id) {
    return sources.stream().filter(source -> source.id() == id).findFirst().orElseThrow();
  }

  /** The columns of one source that are equal to some of another. */
  public Set<String> fieldsJoined(int of, int with) {
    return equalities.stream()
        .filter(equality -> equality.joins(of, with))
        .map(equality -> equality.left().source() == of ? equality.left() : equality.right())
        .map(Slot::field)
        .collect(Collectors.toSet());
  }

  /**
   * The sources that have at most one row for each row of the given ones; these are among them.
   *
   * @param fixed columns that have one value in all rows that are looked at
   */
  public Set<Integer> determinedBy(Set<Integer> start, Set<Slot> fixed) {
    Set<Integer> reached = new HashSet<>(start);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Source source : sources) {
        if (!reached.contains(source.id()) && isIdentified(source, reached, fixed)) {
          reached.add(source.id());
          grows = true;
        }
      }
    }
    return reached;
  }

  private boolean isIdentified(Source source, Set<Integer> reached, Set<Slot> fixed) {
    return source.shape().keys().stream()
        .anyMatch(key ->
            key.stream().allMatch(field -> isFixed(new Slot(source.id(), field), reached, fixed)));
  }

  private boolean isFixed(Slot slot, Set<Integer> reached, Set<Slot> fixed) {
    return fixed.contains(slot)
        || equalities.stream()
            .flatMap(equality -> equality.opposite(slot).stream())
            .anyMatch(other -> fixed.contains(other) || reached.contains(other.source()));
  }
}

package io.custard.check.block;

import java.util.List;
import java.util.Set;

/**
 * What one SELECT does.
 *
 * @param columns every column it names, its own and those of the SELECTs around it
 */
public record Block(
    Joins joins,
    Filters filters,
    Grouping grouping,
    List<Aggregate> aggregates,
    Result result,
    List<Bound> columns) {

  /**
   * Its conditions beyond those that join.
   *
   * @param constants columns held equal to one value
   * @param sources ids of the sources of which some rows are chosen
   */
  public record Filters(Set<Slot> constants, Set<Integer> sources) {
    public Filters {
      constants = Set.copyOf(constants);
      sources = Set.copyOf(sources);
    }
  }

  /**
   * Its GROUP BY.
   *
   * @param columns those of its items that are columns
   * @param certain whether all items are
   */
  public record Grouping(boolean present, Set<Slot> columns, boolean certain, boolean having) {
    public Grouping {
      columns = Set.copyOf(columns);
    }
  }

  /**
   * What it gives.
   *
   * @param columns the columns it shows, aggregates aside
   * @param top whether it gives the first of a descending order
   * @param answer whether that is the statement's answer or a part of it
   */
  public record Result(List<Bound> columns, boolean distinct, boolean top, boolean answer) {
    public Result {
      columns = List.copyOf(columns);
    }
  }

  public Block {
    aggregates = List.copyOf(aggregates);
    columns = List.copyOf(columns);
  }
}

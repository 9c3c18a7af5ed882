package io.custard.check.block;

import java.util.List;

/**
 * A call that makes one value of many rows.
 *
 * @param name the function, folded
 * @param columns the columns in its argument; none for {@code count(*)}
 * @param certain whether these are all that the argument depends on
 */
public record Aggregate(String name, boolean distinct, List<Bound> columns, boolean certain) {
  public Aggregate {
    columns = List.copyOf(columns);
  }

  /** As a person would write it. */
  public String shown() {
    String argument = columns.isEmpty() ? "*" : columns.getFirst().shown();
    return name + "(" + argument + (columns.size() > 1 ? " …" : "") + ")";
  }
}

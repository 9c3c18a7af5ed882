package io.custard.agent.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The columns that are shown masked. Where several rules fit a column, the first in the file wins.
 *
 * @param key what hashes are salted with: derived from the file's salt, in hexadecimal; empty where
 *     nothing is hashed. It is as secret as the salt and is in no text
 */
public record Masks(List<Rule> rules, String key) {
  /** Masks nothing. */
  public static final Masks NONE = new Masks(List.of(), "");

  public Masks {
    rules = List.copyOf(rules);
    Objects.requireNonNull(key);
  }

  /**
   * One line of the file.
   *
   * @param column written {@code schema.table.column}
   */
  public record Rule(NamePattern column, Mask mask) {
    /** A column or table that is named without a pattern must exist. */
    boolean isExact() {
      return !column.parts().contains(NamePattern.ANY);
    }
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether some column of the table may be masked. */
  public boolean maskTable(String schema, String table) {
    return rules.stream().anyMatch(rule -> rule.column().matchesStart(List.of(schema, table)));
  }

  /** How the column is masked, if it is. */
  public Optional<Mask> of(String schema, String table, String column) {
    List<String> name = List.of(schema, table, column);
    return rules.stream().filter(rule -> rule.column().matches(name)).findFirst().map(Rule::mask);
  }

  /** A column of the table that the file names and that is not among those it has. */
  public Optional<String> missing(String schema, String table, List<String> columns) {
    return rules.stream()
        .filter(Rule::isExact)
        .filter(rule -> rule.column().matchesStart(List.of(schema, table)))
        .filter(rule ->
            columns.stream().noneMatch(c -> rule.column().matches(List.of(schema, table, c))))
        .findFirst()
        .map(rule -> rule.column().parts().getLast());
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Masks[" + rules.size() + "]";
  }
}

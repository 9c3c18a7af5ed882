package io.custard.check.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns and keys of a table or of a query's result.
 *
 * @param open whether there may be columns beyond the fields; then no name is wrong
 * @param keys sets of field keys of which each identifies a row; the empty set means one row at
 *     most
 * @param repeats whether rows are known to repeat what is not identified by a key. Without it
 *     nothing is known, as for views
 */
public record Shape(List<Field> fields, boolean open, List<Set<String>> keys, boolean repeats) {
  /** Nothing is known. */
  public static final Shape UNKNOWN = new Shape(List.of(), true, List.of(), false);

  public Shape {
    fields = List.copyOf(fields);
    keys = keys.stream().map(Set::copyOf).distinct().toList();
  }

  public Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** Whether these fields identify a row. */
  public boolean identifiedBy(Set<String> fieldKeys) {
    return keys.stream().anyMatch(fieldKeys::containsAll);
  }

  /** The same, but there may be more columns. */
  public Shape opened() {
    return new Shape(fields, true, keys, repeats);
  }
}

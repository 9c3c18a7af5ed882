package io.custard.check.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns and keys of a table or of a query's result. Immutable. */
public final class Shape {
  /** Nothing is known. */
  public static final Shape UNKNOWN = new Shape(List.of(), true, List.of(), false);

  private final List<Field> fields;
  private final boolean open;
  private final List<Set<String>> keys;
  private final boolean repeats;
  private final Map<String, Field> byKey = new HashMap<>();

  /**
   * A shape.
   *
   * @param open whether there may be columns beyond the fields; then no name is wrong
   * @param keys sets of field keys of which each identifies a row; the empty set means one row at
   *     most
   * @param repeats whether rows are known to repeat what is not identified by a key. Without it
   *     nothing is known, as for views
   */
  public Shape(List<Field> fields, boolean open, List<Set<String>> keys, boolean repeats) {
    this.fields = List.copyOf(fields);
    this.open = open;
    this.keys = keys.stream().map(Set::copyOf).distinct().toList();
    this.repeats = repeats;
    fields.forEach(field -> byKey.putIfAbsent(field.key(), field));
  }

  public List<Field> fields() {
    return fields;
  }

  public boolean open() {
    return open;
  }

  public List<Set<String>> keys() {
    return keys;
  }

  public boolean repeats() {
    return repeats;
  }

  public Optional<Field> field(String key) {
    return Optional.ofNullable(byKey.get(key));
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

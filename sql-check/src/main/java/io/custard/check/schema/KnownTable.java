package io.custard.check.schema;

import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table or view of the schema.
 *
 * @param shown its name as a statement spells it
 * @param references its declared foreign keys
 */
public record KnownTable(
    TableDescription description, String shown, Shape shape, List<Reference> references) {

  /**
   * A foreign key, by names as they are compared.
   *
   * @param target schema and name of the referenced table
   */
  public record Reference(List<String> columns, List<String> target, List<String> targetColumns) {}

  public KnownTable {
    references = List.copyOf(references);
  }

  /** Whether some of these columns refer, by a declared key, to those of the other table. */
  public boolean refersTo(KnownTable other, Names names, Set<List<String>> columnPairs) {
    List<String> name = other.name(names);
    return references.stream()
        .filter(reference -> reference.target().equals(name))
        .anyMatch(reference -> columnPairs.containsAll(pairs(reference)));
  }

  /** Schema and name as they are compared. */
  public List<String> name(Names names) {
    return List.of(names.key(description.schema()), names.key(description.name()));
  }

  private static List<List<String>> pairs(Reference reference) {
    List<List<String>> pairs = new ArrayList<>();
    int size = Math.min(reference.columns().size(), reference.targetColumns().size());
    for (int i = 0; i < size; i++) {
      pairs.add(List.of(reference.columns().get(i), reference.targetColumns().get(i)));
    }
    return pairs;
  }
}

package io.custard.check.schema;

import io.custard.check.schema.KnownTable.Reference;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a schema by the names a statement may give them. Immutable. */
public final class Catalog {
  private static final List<String> SYSTEM = List.of("pg_", "sqlite_", "duckdb_", "pragma_");

  private final Names names;
  private final List<KnownTable> tables;
  private final Map<String, List<KnownTable>> byName;
  private final Set<String> schemas;

  /** What a name in FROM means. */
  public sealed interface Meaning {
    record Known(KnownTable table) implements Meaning {}

    /** A system table, another schema's, or one of several. */
    record Elsewhere() implements Meaning {}

    record Missing() implements Meaning {}
  }

  public Catalog(Dialect dialect, List<TableDescription> descriptions) {
    this.names = new Names(dialect);
    Map<List<String>, List<String>> primaryKeys = new HashMap<>();
    descriptions.forEach(table -> primaryKeys.put(name(table), keys(table.primaryKey())));
    Map<List<String>, Set<Set<String>>> unique = unique(descriptions, primaryKeys);
    this.tables =
        descriptions.stream()
            .map(table ->
                new KnownTable(
                    table,
                    names.written(table.name()),
                    shape(table, unique.getOrDefault(name(table), Set.of())),
                    references(table, primaryKeys)))
            .toList();
    this.byName =
        tables.stream()
            .collect(Collectors.groupingBy(table -> names.key(table.description().name())));
    this.schemas =
        descriptions.stream().map(table -> names.key(table.schema())).collect(Collectors.toSet());
  }

  public Names names() {
    return names;
  }

  public List<KnownTable> tables() {
    return tables;
  }

  /** The table of a name, given by its parts as they are compared. */
  public Meaning find(List<String> parts) {
    String name = parts.getLast();
    List<KnownTable> found = byName.getOrDefault(name, List.of());
    if (parts.size() > 1) {
      String schema = parts.get(parts.size() - 2);
      found = found.stream().filter(t -> t.name(names).getFirst().equals(schema)).toList();
      if (!schemas.contains(schema)) {
        return new Meaning.Elsewhere();
      }
    }
    return switch (found.size()) {
      case 0 -> isSystem(name) ? new Meaning.Elsewhere() : new Meaning.Missing();
      case 1 -> new Meaning.Known(found.getFirst());
      default -> new Meaning.Elsewhere();
    };
  }

  private static boolean isSystem(String name) {
    return name.equals("dual") || SYSTEM.stream().anyMatch(name::startsWith);
  }

  // Only a key or a unique constraint can be referred to.
  private Map<List<String>, Set<Set<String>>> unique(
      List<TableDescription> descriptions, Map<List<String>, List<String>> primaryKeys) {
    Map<List<String>, Set<Set<String>>> unique = new HashMap<>();
    for (TableDescription table : descriptions) {
      if (!table.primaryKey().isEmpty()) {
        unique
            .computeIfAbsent(name(table), none -> new LinkedHashSet<>())
            .add(new HashSet<>(keys(table.primaryKey())));
      }
      for (Reference reference : references(table, primaryKeys)) {
        if (!reference.targetColumns().isEmpty()) {
          unique
              .computeIfAbsent(reference.target(), none -> new LinkedHashSet<>())
              .add(new HashSet<>(reference.targetColumns()));
        }
      }
    }
    return unique;
  }

  private Shape shape(TableDescription table, Set<Set<String>> unique) {
    List<Field> fields = new ArrayList<>();
    table
        .columns()
        .forEach(c -> fields.add(new Field(names.key(c.name()), names.written(c.name()), c)));
    return new Shape(
        fields, hasHiddenColumns(table), List.copyOf(unique), !table.primaryKey().isEmpty());
  }

  // SQLite's virtual tables have columns that are not listed; those that are have no type.
  private boolean hasHiddenColumns(TableDescription table) {
    return names.dialect() == Dialect.SQLITE
        && table.columns().stream().map(Column::nativeType).allMatch(String::isBlank);
  }

  private List<Reference> references(
      TableDescription table, Map<List<String>, List<String>> primaryKeys) {
    return table.foreignKeys().stream().map(key -> reference(key, primaryKeys)).toList();
  }

  private Reference reference(ForeignKey key, Map<List<String>, List<String>> primaryKeys) {
    List<String> target =
        List.of(names.key(key.referencedSchema()), names.key(key.referencedTable()));
    List<String> columns =
        key.referencedColumns().isEmpty()
            ? primaryKeys.getOrDefault(target, List.of())
            : keys(key.referencedColumns());
    return new Reference(keys(key.columns()), target, columns);
  }

  private List<String> name(TableDescription table) {
    return List.of(names.key(table.schema()), names.key(table.name()));
  }

  private List<String> keys(List<String> columns) {
    return columns.stream().map(names::key).toList();
  }
}

package io.custard.guard.tree;

import io.custard.guard.text.Skeleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.PlainSelect;
import org.jspecify.annotations.Nullable;

/**
 * The relations and columns a statement reads, collected while its tree is walked.
 *
 * <p>A column is written {@code relation.column} where the relation is certain, and {@code column}
 * where it could belong to several: the schema is not known here. Where in doubt more is reported
 * than is read, never less: an alias used again, as in {@code ORDER BY total}, is reported as a
 * column. {@code relation.*} stands for all columns.
 */
public final class NamesRead {
  private final Naming naming;
  private final Predicate<String> wholeRow;
  // By the token of its first part, so that reports follow the text.
  private final Map<Integer, NamedPlace> relations = new TreeMap<>();
  private final Map<Integer, List<String>> columns = new TreeMap<>();
  private final Map<String, Set<Integer>> byAlias = new TreeMap<>();
  // Aliases of subqueries, calls and WITH queries, whose columns are met where they are made.
  private final Set<String> bound = new TreeSet<>();

  NamesRead(Naming naming, Predicate<String> wholeRow) {
    this.naming = naming;
    this.wholeRow = wholeRow;
  }

  /** Relations that no WITH binds, each once, in order of appearance. */
  public List<String> relations() {
    return relations.values().stream()
        .map(place -> RelationName.of(place.name()))
        .distinct()
        .toList();
  }

  /** Where they are named, in order of appearance. */
  public List<NamedPlace> places() {
    List<List<String>> qualifiers =
        columns.entrySet().stream()
            // A star that was met at the relation is not written there.
            .filter(entry -> entry.getValue().size() > 2 && !relations.containsKey(entry.getKey()))
            .map(entry -> entry.getValue().subList(0, entry.getValue().size() - 1))
            .toList();
    return relations.values().stream()
        .map(place -> qualifiers.stream().anyMatch(place::mayBe) ? place.namedWithSchema() : place)
        .toList();
  }

  /** Columns, each once, in order of appearance. */
  public List<String> columns() {
    return columns.values().stream().flatMap(this::columnOrField).distinct().toList();
  }

  void meet(Object node, WithNames names) {
    switch (node) {
      case Table table -> meetRelation(table, names);
      case Column column -> meetColumn(column);
      case AllTableColumns all -> remember(all.getTable(), "*");
      case PlainSelect select -> meetStar(select, names);
      case ParenthesedFromItem joined when joined.getAlias() != null -> {
        // The alias hides whose column is meant.
        bind(joined.getAlias());
        meetStarOf(joined, names);
      }
      case FromItem item -> bind(item.getAlias());
      default -> {
        // Names nothing by itself.
      }
    }
  }

  private void meetRelation(Table table, WithNames names) {
    List<String> parts = parts(table);
    if (isBound(parts, names)) {
      bind(table.getAlias());
      parts.forEach(part -> bound.add(naming.of(part)));
      return;
    }
    boolean perhapsWith = parts.size() == 1 && names.mayBind(parts.getFirst(), naming);
    NamedPlace place = NamedPlace.of(parts, table, naming, perhapsWith);
    relations.put(place.first(), place);
    Alias alias = table.getAlias();
    String known = alias == null ? "" : naming.of(alias.getName());
    byAlias
        .computeIfAbsent(known.isEmpty() ? place.name().getLast() : known, none -> new TreeSet<>())
        .add(place.first());
    if (alias != null && alias.getAliasColumns() != null && !alias.getAliasColumns().isEmpty()) {
      // New names for the columns, by their order: each may be any of them.
      meetStarOf(table, names);
    }
  }

  private boolean isBound(List<String> parts, WithNames names) {
    return parts.isEmpty() || (parts.size() == 1 && names.binds(parts.getFirst(), naming));
  }

  private void bind(@Nullable Alias alias) {
    if (alias != null && alias.getName() != null) {
      bound.add(naming.of(alias.getName()));
    }
  }

  private void meetColumn(Column column) {
    remember(column.getTable(), column.getColumnName());
  }

  private void remember(Table qualifier, String column) {
    List<String> parts = qualifier == null ? List.of() : parts(qualifier);
    String first = parts.isEmpty() ? column : parts.getFirst();
    int token = Skeleton.tokenOf(first);
    if (token >= 0) {
      columns.put(token, Stream.concat(parts.stream(), Stream.of(column)).map(naming::of).toList());
    }
  }

  // SELECT * reads every column of the relations named in its own FROM.
  private void meetStar(PlainSelect select, WithNames names) {
    boolean star =
        select.getSelectItems() != null
            && select.getSelectItems().stream()
                .anyMatch(item -> item.getExpression().getClass() == AllColumns.class);
    if (star) {
      meetStarOf(select.getFromItem(), names);
      meetStarOf(select.getJoins(), names);
    }
  }

  private void meetStarOf(@Nullable List<Join> joins, WithNames names) {
    if (joins != null) {
      joins.forEach(join -> meetStarOf(join.getFromItem(), names));
    }
  }

  private void meetStarOf(@Nullable FromItem item, WithNames names) {
    if (item instanceof ParenthesedFromItem joined) {
      meetStarOf(joined.getFromItem(), names);
      meetStarOf(joined.getJoins(), names);
    }
    if (item instanceof Table table) {
      List<String> parts = parts(table);
      if (!isBound(parts, names)) {
        columns.put(
            Skeleton.tokenOf(parts.getFirst()),
            Stream.concat(parts.stream().map(naming::of), Stream.of("*")).toList());
      }
    }
  }

  // Where no relation has the name before the dot, it is a column and the rest are its fields.
  private Stream<String> columnOrField(List<String> parts) {
    List<String> found = column(parts).toList();
    boolean ofAlias = byAlias.containsKey(parts.getFirst());
    if (ofAlias && parts.size() > 2) {
      return Stream.concat(found.stream(), column(parts.subList(0, 2)));
    }
    return found.isEmpty() && !ofAlias && !bound.contains(parts.getFirst())
        ? column(parts.subList(0, 1))
        : found.stream();
  }

  private Stream<String> column(List<String> parts) {
    if (parts.size() == 1) {
      return unqualified(parts.getFirst());
    }
    String column = parts.getLast().equals("*") ? "*" : RelationName.of(List.of(parts.getLast()));
    List<String> qualifier = parts.subList(0, parts.size() - 1);
    Set<Integer> known = byAlias.getOrDefault(qualifier.getLast(), Set.of());
    if (qualifier.size() == 1 && !known.isEmpty()) {
      return known.stream()
          .sorted(Comparator.naturalOrder())
          .map(relations::get)
          .flatMap(relation -> of(relation, parts.getLast(), column));
    }
    return relations.values().stream()
        .filter(
            place -> qualifier.size() > 1 ? place.mayBe(qualifier) : place.name().equals(qualifier))
        .flatMap(place -> of(place, parts.getLast(), column));
  }

  private Stream<String> of(NamedPlace relation, String name, String column) {
    String owner = RelationName.of(relation.name()) + ".";
    return wholeRow.test(name) ? Stream.of(owner + "*", owner + column) : Stream.of(owner + column);
  }

  // SELECT t FROM t reads whole rows.
  private Stream<String> unqualified(String name) {
    Set<Integer> rows = byAlias.getOrDefault(name, Set.of());
    String column = RelationName.of(List.of(name));
    return Stream.concat(
        rows.stream().map(relations::get).map(relation -> RelationName.of(relation.name()) + ".*"),
        Stream.of(relations().size() == 1 ? relations().getFirst() + "." + column : column));
  }

  private static List<String> parts(Table table) {
    return table.getNameParts() == null ? List.of() : List.copyOf(table.getNameParts().reversed());
  }
}

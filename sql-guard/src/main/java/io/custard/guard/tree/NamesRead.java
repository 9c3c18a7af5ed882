package io.custard.guard.tree;

import io.custard.guard.text.Skeleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
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
  private final UnaryOperator<String> naming;
  private final Predicate<String> wholeRow;
  // By the token of its first part, so that reports follow the text.
  private final Map<Integer, List<String>> relations = new TreeMap<>();
  private final Map<Integer, List<String>> columns = new TreeMap<>();
  private final Map<String, Set<Integer>> byAlias = new TreeMap<>();
  // Aliases of subqueries, calls and WITH queries, whose columns are met where they are made.
  private final Set<String> bound = new TreeSet<>();

  NamesRead(UnaryOperator<String> naming, Predicate<String> wholeRow) {
    this.naming = naming;
    this.wholeRow = wholeRow;
  }

  /** Relations that no WITH binds, each once, in order of appearance. */
  public List<String> relations() {
    return relations.values().stream().map(RelationName::of).distinct().toList();
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
      case FromItem item -> bind(item.getAlias());
      default -> {
        // Names nothing by itself.
      }
    }
  }

  private void meetRelation(Table table, WithNames names) {
    List<String> parts = parts(table);
    if (parts.isEmpty() || (parts.size() == 1 && names.binds(naming.apply(parts.getFirst())))) {
      bind(table.getAlias());
      parts.forEach(part -> bound.add(naming.apply(part)));
      return;
    }
    int token = Skeleton.tokenOf(parts.getFirst());
    List<String> name = parts.stream().map(naming).toList();
    relations.put(token, name);
    String alias = table.getAlias() == null ? "" : naming.apply(table.getAlias().getName());
    Set<Integer> sameAlias =
        byAlias.computeIfAbsent(alias.isEmpty() ? name.getLast() : alias, none -> new TreeSet<>());
    sameAlias.add(token);
  }

  private void bind(@Nullable Alias alias) {
    if (alias != null && alias.getName() != null) {
      bound.add(naming.apply(alias.getName()));
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
      columns.put(token, Stream.concat(parts.stream(), Stream.of(column)).map(naming).toList());
    }
  }

  // SELECT * reads every column of the relations named in its own FROM.
  private void meetStar(PlainSelect select, WithNames names) {
    boolean star =
        select.getSelectItems() != null
            && select.getSelectItems().stream()
                .anyMatch(item -> item.getExpression().getClass() == AllColumns.class);
    if (star) {
      Stream.concat(
              Stream.ofNullable(select.getFromItem()),
              select.getJoins() == null
                  ? Stream.of()
                  : select.getJoins().stream().map(join -> join.getFromItem()))
          .forEach(item -> meetStarOf(item, names));
    }
  }

  private void meetStarOf(FromItem item, WithNames names) {
    if (item instanceof Table table) {
      List<String> parts = parts(table);
      if (!parts.isEmpty() && (parts.size() > 1 || !names.binds(naming.apply(parts.getFirst())))) {
        columns.put(
            Skeleton.tokenOf(parts.getFirst()),
            Stream.concat(parts.stream().map(naming), Stream.of("*")).toList());
      }
    }
  }

  // Where no relation has the name before the dot, it is a column and the rest are its fields.
  private Stream<String> columnOrField(List<String> parts) {
    List<String> found = column(parts).toList();
    if (!found.isEmpty() || bound.contains(parts.getFirst())) {
      return found.stream();
    }
    Set<Integer> known = byAlias.getOrDefault(parts.getFirst(), Set.of());
    return known.isEmpty() ? column(parts.subList(0, 1)) : column(parts.subList(0, 2));
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
    return relations.containsValue(qualifier)
        ? of(qualifier, parts.getLast(), column)
        : Stream.of();
  }

  private Stream<String> of(List<String> relation, String name, String column) {
    String owner = RelationName.of(relation) + ".";
    return wholeRow.test(name) ? Stream.of(owner + "*", owner + column) : Stream.of(owner + column);
  }

  // SELECT t FROM t reads whole rows.
  private Stream<String> unqualified(String name) {
    Set<Integer> rows = byAlias.getOrDefault(name, Set.of());
    String column = RelationName.of(List.of(name));
    return Stream.concat(
        rows.stream().map(relations::get).map(relation -> RelationName.of(relation) + ".*"),
        Stream.of(relations().size() == 1 ? relations().getFirst() + "." + column : column));
  }

  private static List<String> parts(Table table) {
    return table.getNameParts() == null ? List.of() : List.copyOf(table.getNameParts().reversed());
  }
}

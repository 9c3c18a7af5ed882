package io.custard.translate.plan;

import io.custard.translate.ColumnType;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.SchemaIndex;
import io.custard.translate.link.TableNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * References that a schema does not declare but its names make plain: a column that ends in the
 * name of another table's one key column, such as customer_id, or is called after the table.
 */
final class InferredEdges {
  private static final int MAX_TABLES = 1_500;

  private InferredEdges() {}

  static List<Edge> of(SchemaIndex index, Map<TableNode, List<Edge>> declared) {
    List<Edge> found = new ArrayList<>();
    if (index.tables().size() > MAX_TABLES) {
      return found;
    }
    Map<String, List<ColumnNode>> keys = keysByLastWord(index);
    for (TableNode table : index.tables()) {
      for (ColumnNode column : table.columns()) {
        List<Edge> known = declared.getOrDefault(table, List.of());
        boolean references =
            known.stream().anyMatch(e -> e.manyTable() == table && e.many().contains(column));
        if (!references && !column.soleKey()) {
          List<ColumnNode> targets = targets(column, keys);
          if (targets.size() == 1 && unconnected(known, targets.get(0).owner())) {
            found.add(new Edge(List.of(column), List.of(targets.get(0))));
          }
        }
      }
    }
    return found;
  }

  private static boolean unconnected(List<Edge> known, TableNode other) {
    return known.stream().noneMatch(e -> e.oneTable() == other || e.manyTable() == other);
  }

  private static Map<String, List<ColumnNode>> keysByLastWord(SchemaIndex index) {
    Map<String, List<ColumnNode>> keys = new HashMap<>();
    for (TableNode table : index.tables()) {
      ColumnNode key = table.key().size() == 1 ? table.key().get(0) : nameKey(table);
      if (key != null && !table.table().view()) {
        key.words().stream()
            .skip(Math.max(0, key.words().size() - 1))
            .forEach(w -> keys.computeIfAbsent(w, k -> new ArrayList<>()).add(key));
        table.words().stream()
            .skip(Math.max(0, table.words().size() - 1))
            .forEach(w -> keys.computeIfAbsent(w, k -> new ArrayList<>()).add(key));
      }
    }
    return keys;
  }

  /** A table without any key whose first column is a name is keyed by it. */
  private static @org.jspecify.annotations.Nullable ColumnNode nameKey(TableNode table) {
    if (!table.key().isEmpty() || table.columns().isEmpty()) {
      return null;
    }
    ColumnNode first = table.columns().get(0);
    boolean name =
        first.words().size() > 1 && first.words().get(first.words().size() - 1).equals("nam");
    return name ? first : null;
  }

  private static List<ColumnNode> targets(ColumnNode column, Map<String, List<ColumnNode>> keys) {
    if (column.words().isEmpty()) {
      return List.of();
    }
    String last = column.words().get(column.words().size() - 1);
    return keys.getOrDefault(last, List.of()).stream()
        .distinct()
        .filter(key -> key.owner() != column.owner())
        .filter(key -> sameKind(key.type(), column.type()))
        .filter(key -> refersTo(column, key))
        .toList();
  }

  private static boolean sameKind(ColumnType a, ColumnType b) {
    return a == b || (a.numeric() && b.numeric());
  }

  private static boolean refersTo(ColumnNode column, ColumnNode key) {
    List<String> words = column.words();
    boolean plainId = key.words().equals(List.of("id"));
    List<String> tableKey = new ArrayList<>(key.owner().words());
    tableKey.addAll(plainId ? List.of("id") : key.words());
    boolean named = words.equals(key.owner().words()) && key.type().numeric();
    boolean sameName = !plainId && key.words().size() > 1 && endsWith(words, key.words());
    boolean sameOdd = !plainId && words.equals(key.words()) && key.identifier();
    return named || sameName || sameOdd || endsWith(words, tableKey);
  }

  private static boolean endsWith(List<String> words, List<String> tail) {
    return words.size() >= tail.size()
        && words.subList(words.size() - tail.size(), words.size()).equals(tail);
  }
}

package io.custard.guard.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * The names bound by WITH that hold at a place of the tree.
 *
 * <p>They hide relations, but only where they hold: {@code WITH users AS (SELECT * FROM users)}
 * reads the relation. Without RECURSIVE a name holds from the next WITH query on.
 */
record WithNames(Set<String> names) {
  static final WithNames NONE = new WithNames(Set.of());

  /** A part of the tree that is still to be visited, and the names that hold there. */
  record Visit(Object node, WithNames names) {}

  boolean binds(String name) {
    return names.contains(name);
  }

  /** The WITH queries of a node, each with the names that hold in it. */
  List<Visit> queries(Object node, UnaryOperator<String> naming) {
    List<Visit> visits = new ArrayList<>();
    WithNames inside = inside(node, naming);
    WithNames before = this;
    boolean recursive = items(node).stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : items(node)) {
      visits.add(new Visit(item, recursive ? inside : before));
      before = before.and(naming.apply(item.getAliasName()));
    }
    return visits;
  }

  /** The names that hold in the rest of the node. */
  WithNames inside(Object node, UnaryOperator<String> naming) {
    WithNames inside = this;
    for (WithItem<?> item : items(node)) {
      inside = inside.and(naming.apply(item.getAliasName()));
    }
    return inside;
  }

  private WithNames and(String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return new WithNames(more);
  }

  private static List<WithItem<?>> items(Object node) {
    return node instanceof Select select && select.getWithItemsList() != null
        ? select.getWithItemsList()
        : List.of();
  }
}

package io.custard.guard.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * The names bound by WITH that hold at a place of the tree.
 *
 * <p>They hide relations, but only where they hold: {@code WITH users AS (SELECT * FROM users)}
 * reads the relation. Without RECURSIVE a name holds from the next WITH query on; with it, some
 * servers let it hold in the queries before, others read the relation there.
 *
 * @param sure names that every server binds, as spelled
 * @param possible names that some server may bind, as resolved; the sure ones are among them
 */
record WithNames(Set<String> sure, Set<String> possible) {
  static final WithNames NONE = new WithNames(Set.of(), Set.of());

  /** A part of the tree that is still to be visited, and the names that hold there. */
  record Visit(Object node, WithNames names) {}

  boolean binds(String standIn, Naming naming) {
    return sure.contains(naming.spelled().apply(standIn));
  }

  boolean mayBind(String standIn, Naming naming) {
    return possible.contains(naming.of(standIn));
  }

  /** The WITH queries of a node, each with the names that hold in it. */
  List<Visit> queries(Object node, Naming naming) {
    List<Visit> visits = new ArrayList<>();
    boolean recursive = items(node).stream().anyMatch(WithItem::isRecursive);
    WithNames before = this;
    if (recursive) {
      Set<String> all = inside(node, naming).possible();
      before = new WithNames(sure, all);
    }
    for (WithItem<?> item : items(node)) {
      WithNames after = before.and(item, naming);
      visits.add(new Visit(item, recursive ? after : before));
      before = after;
    }
    return visits;
  }

  /** The names that hold in the rest of the node. */
  WithNames inside(Object node, Naming naming) {
    WithNames inside = this;
    for (WithItem<?> item : items(node)) {
      inside = inside.and(item, naming);
    }
    return inside;
  }

  private WithNames and(WithItem<?> item, Naming naming) {
    return new WithNames(
        with(sure, naming.spelled().apply(item.getAliasName())),
        with(possible, naming.of(item.getAliasName())));
  }

  private static Set<String> with(Set<String> names, String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return more;
  }

  private static List<WithItem<?>> items(Object node) {
    return node instanceof Select select && select.getWithItemsList() != null
        ? select.getWithItemsList()
        : List.of();
  }
}

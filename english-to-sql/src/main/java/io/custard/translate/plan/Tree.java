package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.NotUnderstood;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables joined so far, growing along shortest paths. */
final class Tree {
  private final JoinGraph graph;
  private final Set<TableNode> preferred;
  private final Set<String> roles;
  private Joins joins;

  Tree(JoinGraph graph, TableNode root, Set<TableNode> preferred, Set<String> roles) {
    this.graph = graph;
    this.preferred = preferred;
    this.roles = roles;
    this.joins = new Joins(root, List.of());
  }

  TableNode root() {
    return joins.root();
  }

  Joins joins() {
    return joins;
  }

  boolean has(TableNode table) {
    return joins.tables().contains(table);
  }

  void join(TableNode table) {
    if (!has(table)) {
      joins = joins.with(pathTo(table));
    }
  }

  /** Whether a column alone refers to another table. */
  boolean references(ColumnNode column) {
    return graph.edges(column.owner()).stream().anyMatch(e -> e.many().equals(List.of(column)));
  }

  /** The reference that a joined column alone makes. */
  Optional<Edge> reference(ColumnNode column) {
    List<Edge> edges =
        graph.edges(column.owner()).stream().filter(e -> e.many().equals(List.of(column))).toList();
    return edges.size() == 1 && has(column.owner()) ? Optional.of(edges.get(0)) : Optional.empty();
  }

  /** Joins the table that a reference leads to. */
  TableNode follow(Edge edge) {
    if (has(edge.oneTable())) {
      throw new NotUnderstood("two kinds of " + edge.oneTable().humanised() + " at once");
    }
    joins = joins.with(List.of(new Hop(edge, edge.manyTable(), edge.oneTable())));
    return edge.oneTable();
  }

  /** The way from what is joined to a table. */
  List<Hop> pathTo(TableNode table) {
    return graph.path(joins.tables(), table, preferred, roles);
  }

  List<Hop> pathFromRoot(TableNode table) {
    return graph.path(List.of(root()), table, preferred, roles);
  }

  /** The way from one table to another inside a subquery. */
  List<Hop> path(List<TableNode> from, TableNode to) {
    return graph.path(from, to, preferred, roles);
  }

  boolean fansOutTo(TableNode table) {
    return !has(table) && pathTo(table).stream().anyMatch(Hop::fansOut);
  }
}

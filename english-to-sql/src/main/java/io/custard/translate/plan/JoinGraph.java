package io.custard.translate.plan;

import io.custard.translate.ForeignKey;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.SchemaIndex;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.NotUnderstood;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The references between tables, declared or plainly meant, and the shortest ways along them. */
public final class JoinGraph {
  private static final int MAX_HOPS = 4;
  private static final int MAX_PATHS = 40;

  private final Map<TableNode, List<Edge>> edges = new HashMap<>();
  private final List<TableNode> tables;

  /** The graph of a schema. */
  public JoinGraph(SchemaIndex index) {
    tables = index.tables();
    for (TableNode table : index.tables()) {
      for (ForeignKey key : table.table().foreignKeys()) {
        declared(index, table, key).ifPresent(this::add);
      }
    }
    for (Edge edge : InferredEdges.of(index, edges)) {
      add(edge);
    }
  }

  private static Optional<Edge> declared(SchemaIndex index, TableNode table, ForeignKey key) {
    Optional<TableNode> target =
        index.tables().stream()
            .filter(t -> t.table().name().equalsIgnoreCase(key.referencedTable()))
            .filter(t ->
                key.referencedSchema().isEmpty()
                    || t.table().schema().equals(key.referencedSchema()))
            .findFirst();
    if (target.isEmpty() || target.get() == table) {
      return Optional.empty();
    }
    List<ColumnNode> many = columns(table, key.columns());
    List<ColumnNode> one =
        key.referencedColumns().isEmpty()
            ? target.get().key()
            : columns(target.get(), key.referencedColumns());
    boolean whole = many.size() == key.columns().size() && one.size() == many.size();
    return whole && !many.isEmpty() ? Optional.of(new Edge(many, one)) : Optional.empty();
  }

  private static List<ColumnNode> columns(TableNode table, List<String> names) {
    List<ColumnNode> columns = new ArrayList<>();
    for (String name : names) {
      table.columns().stream()
          .filter(c -> c.column().name().equalsIgnoreCase(name))
          .findFirst()
          .ifPresent(columns::add);
    }
    return columns;
  }

  private void add(Edge edge) {
    List<Edge> known = edges.computeIfAbsent(edge.manyTable(), t -> new ArrayList<>());
    if (!known.contains(edge)) {
      known.add(edge);
      edges.computeIfAbsent(edge.oneTable(), t -> new ArrayList<>()).add(edge);
    }
  }

  /** All tables. */
  public List<TableNode> tables() {
    return tables;
  }

  /** The references from and to a table. */
  public List<Edge> edges(TableNode table) {
    return List.copyOf(edges.getOrDefault(table, List.of()));
  }

  /** How many hops apart two tables are, or a large number. */
  public int distance(TableNode from, TableNode to) {
    return distances(to).getOrDefault(from, 99);
  }

  private Map<TableNode, Integer> distances(TableNode target) {
    Map<TableNode, Integer> distance = new HashMap<>(Map.of(target, 0));
    Deque<TableNode> queue = new ArrayDeque<>(List.of(target));
    while (!queue.isEmpty()) {
      TableNode table = queue.remove();
      int next = distance.getOrDefault(table, 0) + 1;
      if (next <= MAX_HOPS) {
        for (Edge edge : edges(table)) {
          if (distance.putIfAbsent(edge.other(table), next) == null) {
            queue.add(edge.other(table));
          }
        }
      }
    }
    return distance;
  }

  /**
   * The shortest way from any of some tables to another.
   *
   * @param roles stems of the question, which choose between several references to one table
   * @throws NotUnderstood when there is none, or two that nothing tells apart
   */
  public List<Hop> path(
      Collection<TableNode> from, TableNode to, Set<TableNode> preferred, Set<String> roles) {
    Map<TableNode, Integer> distance = distances(to);
    int shortest = from.stream().mapToInt(t -> distance.getOrDefault(t, 99)).min().orElse(99);
    if (shortest > MAX_HOPS) {
      throw new NotUnderstood(
          "no reference leads from "
              + from.iterator().next().humanised()
              + " to "
              + to.humanised());
    }
    List<List<Hop>> paths = new ArrayList<>();
    for (TableNode start : from) {
      if (distance.getOrDefault(start, 99) == shortest) {
        extend(start, distance, new ArrayList<>(), paths);
      }
    }
    return choose(paths, to, preferred, roles);
  }

  private void extend(
      TableNode at, Map<TableNode, Integer> distance, List<Hop> way, List<List<Hop>> paths) {
    int left = distance.getOrDefault(at, 0);
    if (left == 0 || paths.size() >= MAX_PATHS) {
      paths.add(List.copyOf(way));
      return;
    }
    for (Edge edge : edges(at)) {
      TableNode next = edge.other(at);
      if (distance.getOrDefault(next, 99) == left - 1) {
        way.add(new Hop(edge, at, next));
        extend(next, distance, way, paths);
        way.remove(way.size() - 1);
      }
    }
  }

  private static List<Hop> choose(
      List<List<Hop>> paths, TableNode to, Set<TableNode> preferred, Set<String> roles) {
    List<Hop> best = paths.get(0);
    int bestScore = Integer.MIN_VALUE;
    boolean tied = false;
    for (List<Hop> path : paths) {
      int score = 0;
      for (Hop hop : path) {
        score += (preferred.contains(hop.to()) ? 100 : 0) + hop.roleScore(roles);
      }
      if (score == bestScore) {
        tied = true;
      } else if (score > bestScore) {
        bestScore = score;
        best = path;
        tied = false;
      }
    }
    if (tied) {
      throw new NotUnderstood(
          "which of several references leads to "
              + to.humanised()
              + ", such as "
              + best.get(best.size() - 1).edge().many().get(0).humanised());
    }
    return best;
  }
}

package io.custard.query.retrieval;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The foreign keys between the tables of a schema, followed in both directions. */
final class References {
  private static final int NOT_SEEN = -1;

  private final List<List<Integer>> neighbours;

  References(List<TableDescription> tables) {
    Map<TableName, Integer> byName = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      byName.put(new TableName(tables.get(i).schema(), tables.get(i).name()), i);
    }
    List<SortedSet<Integer>> beside = new ArrayList<>();
    tables.forEach(table -> beside.add(new TreeSet<>()));
    for (int i = 0; i < tables.size(); i++) {
      for (ForeignKey key : tables.get(i).foreignKeys()) {
        Integer other = byName.get(new TableName(key.referencedSchema(), key.referencedTable()));
        if (other != null && other != i) {
          beside.get(i).add(other);
          beside.get(other).add(i);
        }
      }
    }
    this.neighbours = beside.stream().map(List::copyOf).toList();
  }

  /** The tables that refer to a table or that it refers to. */
  List<Integer> beside(int table) {
    return neighbours.get(table);
  }

  /** The tables on a shortest way between two, without its ends; empty where there is none. */
  List<Integer> between(int from, int to, int mostHops) {
    int[] before = new int[neighbours.size()];
    Arrays.fill(before, NOT_SEEN);
    before[from] = from;
    Deque<Integer> edge = new ArrayDeque<>(List.of(from));
    for (int hop = 0; hop < mostHops && before[to] == NOT_SEEN; hop++) {
      edge = step(edge, before);
    }
    List<Integer> way = new ArrayList<>();
    if (before[to] != NOT_SEEN) {
      for (int at = before[to]; at != from; at = before[at]) {
        way.add(at);
      }
    }
    return way;
  }

  private Deque<Integer> step(Deque<Integer> edge, int[] before) {
    Deque<Integer> next = new ArrayDeque<>();
    for (int table : edge) {
      for (int other : beside(table)) {
        if (before[other] == NOT_SEEN) {
          before[other] = table;
          next.add(other);
        }
      }
    }
    return next;
  }
}

package io.custard.translate;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Linker;
import io.custard.translate.link.Mention;
import io.custard.translate.link.SchemaIndex;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Value;
import io.custard.translate.link.ValueFinder;
import io.custard.translate.plan.Condition;
import io.custard.translate.plan.JoinGraph;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses which columns to look for probable values in, and reads what was found. */
final class Probes {
  private static final int MAX_TEXTS = 8;
  private static final int MAX_COLUMNS = 40;

  private final SchemaIndex index;
  private final JoinGraph graph;

  Probes(SchemaIndex index, JoinGraph graph) {
    this.index = index;
    this.graph = graph;
  }

  List<ValueProbe> probes(List<ValueFinder.Guess> guesses, List<Token> tokens, Linker linker) {
    List<String> texts =
        guesses.stream().map(ValueFinder.Guess::text).distinct().limit(MAX_TEXTS).toList();
    List<ColumnRef> columns = columns(tokens, linker);
    int each = Math.max(1, MAX_COLUMNS / Math.max(1, texts.size()));
    List<ColumnRef> asked = columns.stream().limit(each).toList();
    return asked.isEmpty()
        ? List.of()
        : texts.stream().map(text -> new ValueProbe(text, asked)).toList();
  }

  /** Columns of text, those named by the question first, then by nearness of their tables. */
  private List<ColumnRef> columns(List<Token> tokens, Linker linker) {
    Map<TableNode, Double> tables = new HashMap<>();
    Map<ColumnNode, Double> named = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Mention mention = linker.at(i);
      if (mention != null) {
        mention.tables().forEach(t -> tables.merge(t.table(), t.score(), Math::max));
        double best = mention.columnScore();
        for (Mention.ColumnMatch match : mention.columns()) {
          if (match.score() > best - 0.3) {
            named.merge(match.column(), match.score(), Math::max);
          }
        }
      }
    }
    record Ranked(ColumnNode column, double weight) {}
    List<Ranked> ranked = new ArrayList<>();
    for (TableNode table : index.tables()) {
      double near = nearness(table, tables);
      for (ColumnNode column : table.columns()) {
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.OTHER;
        if (text) {
          double weight =
              near + named.getOrDefault(column, 0.0) + (table.labels().contains(column) ? 0.3 : 0);
          ranked.add(new Ranked(column, weight + (column.type() == ColumnType.TEXT ? 0.1 : 0)));
        }
      }
    }
    return ranked.stream()
        .sorted(
            Comparator.comparingDouble(Ranked::weight)
                .reversed()
                .thenComparing(r -> r.column().toString()))
        .map(r -> r.column().reference())
        .toList();
  }

  private double nearness(TableNode table, Map<TableNode, Double> tables) {
    double best = tables.isEmpty() ? 0.5 : 0;
    for (Map.Entry<TableNode, Double> entry : tables.entrySet()) {
      int distance =
          entry.getKey() == table ? 0 : Math.min(3, directDistance(entry.getKey(), table));
      best = Math.max(best, entry.getValue() * (1 - 0.3 * distance));
    }
    return best;
  }

  private int directDistance(TableNode from, TableNode to) {
    if (graph.edges(from).stream().anyMatch(e -> e.other(from) == to)) {
      return 1;
    }
    boolean two =
        graph.edges(from).stream()
            .map(e -> e.other(from))
            .anyMatch(mid -> graph.edges(mid).stream().anyMatch(e -> e.other(mid) == to));
    return two ? 2 : 3;
  }

  /** The values of the question: guesses that were found, or that are quoted; none overlap. */
  static List<Value> values(List<ValueFinder.Guess> guesses, ValueHits hits) {
    Map<Integer, Value> values = new LinkedHashMap<>();
    List<ValueFinder.Guess> longest =
        guesses.stream()
            .sorted(Comparator.comparingInt((ValueFinder.Guess g) -> g.from() - g.to()))
            .toList();
    boolean[] taken = new boolean[guesses.stream().mapToInt(ValueFinder.Guess::to).max().orElse(0)];
    for (ValueFinder.Guess guess : longest) {
      List<ValueHit> found =
          hits.hits().stream().filter(h -> h.text().equals(guess.text())).toList();
      if ((!found.isEmpty() || guess.sure()) && free(taken, guess)) {
        values.put(guess.from(), new Value(guess.from(), guess.to(), guess.text(), found));
        java.util.Arrays.fill(taken, guess.from(), guess.to(), true);
      }
    }
    return List.copyOf(values.values());
  }

  /** The first guess that turned out to be no value, so that its word explains nothing. */
  static Optional<String> unknown(List<ValueFinder.Guess> guesses, List<Value> values) {
    return guesses.stream()
        .filter(g -> values.stream().noneMatch(v -> v.from() < g.to() && g.from() < v.to()))
        .min(
            Comparator.comparingInt(ValueFinder.Guess::from)
                .thenComparingInt(g -> g.from() - g.to())
                .thenComparingInt(g -> -g.text().length()))
        .map(ValueFinder.Guess::text);
  }

  private static boolean free(boolean[] taken, ValueFinder.Guess guess) {
    for (int i = guess.from(); i < guess.to(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  /** The tables read by a condition. */
  static void tables(Condition condition, Set<String> tables) {
    switch (condition) {
      case Condition.Exists c -> related(c.related(), tables);
      case Condition.Count c -> related(c.related(), tables);
      case Condition.All c -> c.conditions().forEach(i -> tables(i, tables));
      case Condition.Any c -> c.conditions().forEach(i -> tables(i, tables));
      case Condition.Not c -> tables(c.condition(), tables);
      case Condition.WithText c -> tables.add(c.column().owner().table().name());
      case Condition.WithNumber c -> tables.add(c.column().owner().table().name());
      case Condition.WithDay c -> tables.add(c.column().owner().table().name());
      case Condition.Null c -> tables.add(c.column().owner().table().name());
      case Condition.Truth c -> tables.add(c.column().owner().table().name());
      case Condition.WithAggregate c -> tables.add(c.column().owner().table().name());
    }
  }

  private static void related(Condition.Related related, Set<String> tables) {
    related.joins().tables().forEach(t -> tables.add(t.table().name()));
  }
}

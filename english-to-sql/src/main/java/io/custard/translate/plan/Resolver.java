package io.custard.translate.plan;

import io.custard.translate.ValueHit;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Value;
import io.custard.translate.link.Words;
import io.custard.translate.read.Draft;
import io.custard.translate.read.NotUnderstood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles which table or column each mention is. Whole names go before parts, tables the question
 * speaks of before others, near ones before far ones; where nothing decides, it says so.
 */
final class Resolver {
  private static final double CLEAR = 0.04;

  private final Draft draft;
  private final JoinGraph graph;
  private final List<Mention> places = new ArrayList<>();
  private final Set<TableNode> spoken = new LinkedHashSet<>();
  private final Map<Mention, ColumnNode> settled = new HashMap<>();
  private @Nullable TableNode focus;

  Resolver(Draft draft, JoinGraph graph) {
    this.draft = draft;
    this.graph = graph;
    draft.things().forEach(thing -> spoken.add(table(thing)));
    places.addAll(draft.things());
    for (Mention mention : Mentions.columns(draft)) {
      if (!mention.columns().isEmpty() && mention.columns().get(0).owned()) {
        ownedTable(mention);
        places.add(mention);
      }
    }
    if (spoken.isEmpty()) {
      spoken.add(coveringTable());
    }
  }

  private void ownedTable(Mention mention) {
    double best = mention.columnScore();
    List<TableNode> owners =
        mention.columns().stream()
            .filter(c -> c.owned() && c.score() >= best - CLEAR)
            .map(c -> c.column().owner())
            .distinct()
            .toList();
    if (owners.size() == 1) {
      spoken.add(owners.get(0));
    }
  }

  /** The columns that dates and adjectives speak of. */
  Scales scales() {
    return new Scales(draft, spoken, places);
  }

  /** Tables the question speaks of. */
  Set<TableNode> spoken() {
    return spoken;
  }

  void focus(TableNode table) {
    focus = table;
  }

  /** The table a mention names. */
  TableNode table(Mention mention) {
    List<Mention.TableMatch> tables = mention.tables();
    if (tables.isEmpty()) {
      throw new NotUnderstood("'" + mention.text() + "' is no table");
    }
    if (tables.size() > 1 && tables.get(1).score() > tables.get(0).score() - CLEAR) {
      double best = tables.get(0).score();
      List<TableNode> tied =
          tables.stream()
              .filter(t -> t.score() > best - CLEAR)
              .map(Mention.TableMatch::table)
              .toList();
      List<TableNode> known = tied.stream().filter(spoken::contains).toList();
      if (known.size() == 1) {
        return known.get(0);
      }
      throw ambiguous(mention.text(), tied.get(0).humanised(), tied.get(1).humanised());
    }
    return tables.get(0).table();
  }

  static NotUnderstood ambiguous(String text, String one, String other) {
    return new NotUnderstood("'" + text + "' may be " + one + " or " + other);
  }

  /** Without any table named: the one table that holds all columns mentioned. */
  private TableNode coveringTable() {
    List<Mention> mentions = Mentions.columns(draft);
    Map<TableNode, Double> scores = new HashMap<>();
    for (Mention mention : mentions) {
      Map<TableNode, Double> best = new HashMap<>();
      for (Mention.ColumnMatch match : mention.columns()) {
        best.merge(match.column().owner(), match.score(), Math::max);
      }
      best.forEach((table, score) -> scores.merge(table, score, Double::sum));
    }
    List<TableNode> order =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<TableNode, Double>comparingByValue()
                    .reversed()
                    .thenComparing(e -> e.getKey().table().name()))
            .map(Map.Entry::getKey)
            .toList();
    if (order.isEmpty()) {
      throw new NotUnderstood("no table or column is named");
    }
    TableNode first = order.get(0);
    if (order.size() > 1
        && scores.getOrDefault(order.get(1), 0.0) > scores.getOrDefault(first, 0.0) - CLEAR) {
      TableNode second = order.get(1);
      boolean sameThing =
          graph.edges(first).stream().anyMatch(e -> e.other(first) == second)
              && mentions.size() == 1
              && equated(mentions.get(0), first, second);
      if (!sameThing) {
        throw ambiguous(
            mentions.get(0).text(), "in " + first.humanised(), "in " + second.humanised());
      }
      return graph.edges(first).stream()
              .anyMatch(e -> e.oneTable() == first && e.other(first) == second)
          ? first
          : second;
    }
    return first;
  }

  private boolean equated(Mention mention, TableNode a, TableNode b) {
    List<ColumnNode> columns =
        mention.columns().stream()
            .map(Mention.ColumnMatch::column)
            .filter(c -> c.owner() == a || c.owner() == b)
            .toList();
    return columns.size() == 2 && linked(columns.get(0), columns.get(1));
  }

  /** The column a mention names. */
  ColumnNode column(Mention mention) {
    ColumnNode known = settled.get(mention);
    if (known == null) {
      known = settle(mention);
      settled.put(mention, known);
    }
    return known;
  }

  private ColumnNode settle(Mention mention) {
    if (mention.columns().isEmpty()) {
      List<ColumnNode> labels = table(mention).labels();
      if (labels.size() == 1) {
        return labels.get(0);
      }
      throw new NotUnderstood("'" + mention.text() + "' names no column");
    }
    List<Scored> scored = new ArrayList<>();
    for (Mention.ColumnMatch match : mention.columns()) {
      scored.add(new Scored(match.column(), match.score() + context(match, mention)));
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(s -> s.column().toString()));
    Scored best = scored.get(0);
    for (Scored other : scored.subList(1, scored.size())) {
      if (other.score() > best.score() - CLEAR) {
        if (!linked(best.column(), other.column())) {
          throw ambiguous(mention.text(), full(best.column()), full(other.column()));
        }
        best = preferred(best, other);
      }
    }
    return best.column();
  }

  static String full(ColumnNode column) {
    return column.humanised() + " of " + column.owner().humanised();
  }

  private record Scored(ColumnNode column, double score) {}

  private Scored preferred(Scored one, Scored other) {
    return other.column().owner() == focus ? other : one;
  }

  private boolean linked(ColumnNode a, ColumnNode b) {
    return graph.edges(a.owner()).stream()
            .anyMatch(e ->
                (e.many().contains(a) && e.one().contains(b))
                    || (e.many().contains(b) && e.one().contains(a)))
        || graph.edges(a.owner()).stream()
            .anyMatch(e ->
                e.many().contains(a)
                    && graph.edges(b.owner()).stream()
                        .anyMatch(f -> f.many().contains(b) && f.one().equals(e.one())));
  }

  private double context(Mention.ColumnMatch match, Mention mention) {
    TableNode owner = match.column().owner();
    if (spoken.contains(owner)) {
      return 0.5
          + (owner == focus ? 0.1 : 0)
          + nearness(owner, mention)
          + (match.owned() ? 0.1 : 0);
    }
    int distance = spoken.stream().mapToInt(t -> graph.distance(t, owner)).min().orElse(99);
    return distance == 1 ? 0.2 : distance == 2 ? 0.1 : distance > 5 ? -1 : 0;
  }

  /** A little for the table named nearest to the mention. */
  private double nearness(TableNode owner, Mention mention) {
    int nearest = Integer.MAX_VALUE;
    boolean own = false;
    for (Mention thing : places) {
      int gap = Math.max(thing.from() - mention.to(), mention.from() - thing.to());
      int weighted = thing.from() >= mention.to() ? gap * 2 : gap * 2 + 1;
      if (weighted < nearest) {
        nearest = weighted;
        own = named(thing) == owner;
      }
    }
    return own ? 0.12 : 0;
  }

  /** The table a thing or a column with its table's name speaks of. */
  static @Nullable TableNode named(Mention place) {
    boolean owned = !place.columns().isEmpty() && place.columns().get(0).owned();
    if (owned && !place.namesTable()) {
      return place.columns().get(0).column().owner();
    }
    return place.tables().isEmpty() ? null : place.tables().get(0).table();
  }

  /** The column that holds a value, among those the database found it in. */
  ColumnNode holder(Value value, @Nullable Mention about) {
    List<Scored> scored = new ArrayList<>();
    for (ValueHit hit : value.hits()) {
      ColumnNode column = find(hit);
      if (column != null) {
        scored.add(new Scored(column, weight(column, about)));
      }
    }
    if (scored.isEmpty()) {
      throw new NotUnderstood("'" + value.text() + "' is the name of nothing and no value found");
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(s -> s.column().toString()));
    Scored best = scored.get(0);
    for (Scored other : scored.subList(1, scored.size())) {
      if (other.score() > best.score() - CLEAR && other.column() != best.column()) {
        if (!linked(best.column(), other.column())) {
          throw ambiguous(value.text(), full(best.column()), full(other.column()));
        }
        best = preferred(best, other);
      }
    }
    if (best.score() < -5) {
      throw new NotUnderstood("'" + value.text() + "' is found only in " + full(best.column()));
    }
    return best.column();
  }

  private double weight(ColumnNode column, @Nullable Mention about) {
    TableNode owner = column.owner();
    int distance = spoken.stream().mapToInt(t -> graph.distance(t, owner)).min().orElse(99);
    double weight = spoken.contains(owner) ? 0.6 : distance > 2 ? -10 : -0.2 * distance;
    weight += owner.labels().contains(column) ? 0.2 : 0;
    weight += owner == focus ? 0.15 : 0;
    if (about != null) {
      for (Mention.ColumnMatch match : about.columns()) {
        weight += match.column() == column ? 2 * match.score() : 0;
      }
      for (Mention.TableMatch match : about.tables()) {
        weight += match.table() == owner ? match.score() : 0;
      }
    } else if (namedByQuestion(column)) {
      weight += 0.4;
    }
    return weight;
  }

  private boolean namedByQuestion(ColumnNode column) {
    return column.words().stream()
        .filter(w -> w.length() > 2 && !w.equals("nam"))
        .anyMatch(w -> draft.words().stream().anyMatch(q -> Words.alike(q, w)));
  }

  private @Nullable ColumnNode find(ValueHit hit) {
    for (TableNode table : graph.tables()) {
      for (ColumnNode column : table.columns()) {
        if (column.reference().equals(hit.column())) {
          return column;
        }
      }
    }
    return null;
  }
}

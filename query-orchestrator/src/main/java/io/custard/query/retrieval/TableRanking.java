package io.custard.query.retrieval;

import io.custard.protocol.TableDescription;
import io.custard.query.meaning.TableMeanings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts the tables of a schema into the order in which a question is about them. Built once for a
 * schema, then used by many threads.
 *
 * <p>Words: each word of the question counts for the tables that have it, in part for the tables
 * beside those by foreign keys, and a little for all of their schema; so a table that has all of a
 * question's words around it comes before one that has the same word by chance. Meanings: the
 * likeness of each table to the question, in part that of the table beside it that is most alike.
 * The two orders are put together by {@link RankFusion}. Tables on the shortest ways between the
 * best ones come directly behind them.
 */
public final class TableRanking {
  private static final double BESIDE = 0.6;
  private static final double IN_SCHEMA = 0.1;
  private static final double MEANT_BESIDE = 0.5;
  private static final int BRIDGED = 6;
  private static final int MOST_HOPS = 3;

  private final WordIndex index;
  private final References references;
  private final Collection<List<Integer>> schemas;
  private final TableMeanings meanings;
  private final Set<Signal> signals;

  /**
   * @param meanings of the same tables in the same order
   * @param signals what to go by
   */
  public TableRanking(List<TableDescription> tables, TableMeanings meanings, Set<Signal> signals) {
    this.index = new WordIndex(tables);
    this.references = new References(tables);
    this.schemas = schemas(tables);
    this.meanings = meanings;
    this.signals = Set.copyOf(signals);
  }

  private static Collection<List<Integer>> schemas(List<TableDescription> tables) {
    Map<String, List<Integer>> schemas = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      schemas.computeIfAbsent(tables.get(i).schema(), none -> new ArrayList<>()).add(i);
    }
    return schemas.values();
  }

  /** The indices of all tables, the best first. */
  public List<Integer> of(String question) {
    RankFusion fusion = new RankFusion(index.tables());
    fusion.add(byWords(question));
    if (signals.contains(Signal.MEANING)) {
      meanings.likeness(question).map(this::withMeaningsBeside).ifPresent(fusion::add);
    }
    List<Integer> ranked = fusion.best();
    return signals.contains(Signal.BRIDGES) ? bridged(ranked) : ranked;
  }

  private double[] byWords(String question) {
    AskedWords asked = new AskedWords(question, index, signals);
    double[] sum = index.named(asked.said());
    for (Map<String, Double> word : asked.words()) {
      double[] around = around(index.scores(word));
      for (int table = 0; table < sum.length; table++) {
        sum[table] += around[table];
      }
    }
    return sum;
  }

  /** What tables have of a word, or else a part of what the tables around them have of it. */
  private double[] around(double[] own) {
    double[] around = own.clone();
    if (signals.contains(Signal.NEIGHBOURS)) {
      for (int table = 0; table < own.length; table++) {
        around[table] = Math.max(own[table], BESIDE * bestBeside(table, own));
      }
    }
    if (signals.contains(Signal.SCHEMA)) {
      for (List<Integer> schema : schemas) {
        double best = IN_SCHEMA * schema.stream().mapToDouble(i -> own[i]).max().orElse(0);
        schema.forEach(table -> around[table] = Math.max(around[table], best));
      }
    }
    return around;
  }

  private double[] withMeaningsBeside(double[] own) {
    double[] around = own.clone();
    if (signals.contains(Signal.NEIGHBOURS)) {
      for (int table = 0; table < own.length; table++) {
        around[table] += MEANT_BESIDE * Math.max(0, bestBeside(table, own) - own[table]);
      }
    }
    return around;
  }

  private double bestBeside(int table, double[] scores) {
    double best = 0;
    for (int beside : references.beside(table)) {
      best = Math.max(best, scores[beside]);
    }
    return best;
  }

  private List<Integer> bridged(List<Integer> ranked) {
    Set<Integer> order = new LinkedHashSet<>();
    List<Integer> best = ranked.subList(0, Math.min(BRIDGED, ranked.size()));
    for (int i = 0; i < best.size(); i++) {
      int table = best.get(i);
      order.add(table);
      IntStream.range(0, i)
          .mapToObj(before -> references.between(best.get(before), table, MOST_HOPS))
          .forEach(order::addAll);
    }
    order.addAll(ranked);
    return List.copyOf(order);
  }
}

package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tables a question is about, best first, until a budget is used up: by the words of
 * names and comments, rare words counting more (BM25 without the length of the text, Robertson and
 * Zaragoza 2009), then the tables that lie between them by foreign keys. A schema that fits is
 * shown whole.
 */
public final class SchemaSearch {
  private static final double K1 = 1.2;
  private static final double IN_TABLE_NAME = 3;
  private static final double IN_COLUMN_NAME = 1.5;
  private static final double IN_COMMENT = 0.5;

  private final List<Entry> entries;
  private final Map<String, Integer> tablesWith = new HashMap<>();
  private final int characters;

  private record Entry(TableDescription table, Map<String, Double> words, int length) {}

  public SchemaSearch(List<TableDescription> tables) {
    this.entries = tables.stream().map(SchemaSearch::entry).toList();
    this.characters = entries.stream().mapToInt(Entry::length).sum();
    entries.forEach(
        entry -> entry.words().keySet().forEach(word -> tablesWith.merge(word, 1, Integer::sum)));
  }

  /** Up to so many characters of {@link SchemaText}. */
  public SchemaPart find(String question, int budget) {
    if (characters <= budget) {
      return part(entries);
    }
    Set<String> asked = new HashSet<>(SchemaWords.of(question));
    List<Entry> ranked = new ArrayList<>(entries);
    ranked.sort(Comparator.comparingDouble((Entry entry) -> score(entry, asked)).reversed());
    return part(withNeighbours(ranked, asked, budget));
  }

  private SchemaPart part(List<Entry> chosen) {
    return new SchemaPart(chosen.stream().map(Entry::table).toList(), entries.size());
  }

  /** The best, each with what it refers to, as far as there is room. */
  private List<Entry> withNeighbours(List<Entry> ranked, Set<String> asked, int budget) {
    Map<TableName, Entry> byName = new HashMap<>();
    ranked.forEach(entry -> byName.put(name(entry.table()), entry));
    Set<Entry> chosen = new LinkedHashSet<>();
    int left = budget;
    for (Entry entry : ranked) {
      if (score(entry, asked) == 0 && !chosen.isEmpty()) {
        break;
      }
      left = take(entry, chosen, left);
      for (ForeignKey key : entry.table().foreignKeys()) {
        Entry referenced = byName.get(new TableName(key.referencedSchema(), key.referencedTable()));
        left = referenced == null ? left : take(referenced, chosen, left);
      }
    }
    return List.copyOf(chosen);
  }

  private static int take(Entry entry, Set<Entry> chosen, int left) {
    return entry.length() <= left && chosen.add(entry) ? left - entry.length() : left;
  }

  private double score(Entry entry, Set<String> asked) {
    double score = 0;
    for (String word : asked) {
      double weight = entry.words().getOrDefault(word, 0.0);
      if (weight > 0) {
        int having = tablesWith.getOrDefault(word, 0);
        double rare = Math.log(1 + (entries.size() - having + 0.5) / (having + 0.5));
        score += rare * weight * (K1 + 1) / (weight + K1);
      }
    }
    return score;
  }

  private static Entry entry(TableDescription table) {
    Map<String, Double> words = new HashMap<>();
    add(words, table.name(), IN_TABLE_NAME);
    add(words, table.comment() == null ? "" : table.comment(), IN_COMMENT);
    table
        .columns()
        .forEach(column -> {
          add(words, column.name(), IN_COLUMN_NAME);
          add(words, column.comment() == null ? "" : column.comment(), IN_COMMENT);
        });
    return new Entry(table, words, SchemaText.of(table).length() + 1);
  }

  private static void add(Map<String, Double> words, String text, double weight) {
    SchemaWords.of(text).forEach(word -> words.merge(word, weight, Double::sum));
  }

  private static TableName name(TableDescription table) {
    return new TableName(table.schema(), table.name());
  }
}

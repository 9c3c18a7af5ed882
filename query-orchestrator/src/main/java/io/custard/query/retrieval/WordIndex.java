package io.custard.query.retrieval;

import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tables have a word in their names and comments, and how much that says: rare words count
 * more, and a word in a table's name more than one in a comment (BM25F without the length of the
 * text, Robertson and Zaragoza 2009).
 */
final class WordIndex {
  private static final double K1 = 1.2;
  private static final double IN_TABLE_NAME = 3;
  private static final double IN_COLUMN_NAME = 1.5;
  private static final double IN_COMMENT = 0.5;
  private static final double IN_SCHEMA_NAME = 0.5;

  private record Posting(int table, double weight) {}

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final List<Set<String>> names = new ArrayList<>();
  private final NameParts parts;

  WordIndex(List<TableDescription> tables) {
    for (TableDescription table : tables) {
      int number = names.size();
      names.add(new HashSet<>(NameWords.stems(table.name())));
      words(table)
          .forEach((word, weight) ->
              postings
                  .computeIfAbsent(word, none -> new ArrayList<>())
                  .add(new Posting(number, weight)));
    }
    this.parts = new NameParts(postings.keySet());
  }

  private static Map<String, Double> words(TableDescription table) {
    Map<String, Double> words = new HashMap<>();
    add(words, table.schema(), IN_SCHEMA_NAME);
    addName(words, table.name(), IN_TABLE_NAME);
    add(words, table.comment(), IN_COMMENT);
    table
        .columns()
        .forEach(column -> {
          addName(words, column.name(), IN_COLUMN_NAME);
          add(words, column.comment(), IN_COMMENT);
        });
    return words;
  }

  /** A name of several words is found by them written as one, too. */
  private static void addName(Map<String, Double> words, String name, double weight) {
    List<String> stems = NameWords.stems(name);
    stems.forEach(stem -> words.merge(stem, weight, Double::sum));
    if (stems.size() > 1) {
      words.merge(String.join("", stems), weight, Double::sum);
    }
  }

  private static void add(Map<String, Double> words, @Nullable String text, double weight) {
    if (text != null) {
      NameWords.stems(text).forEach(stem -> words.merge(stem, weight, Double::sum));
    }
  }

  int tables() {
    return names.size();
  }

  boolean has(String stem) {
    return postings.containsKey(stem);
  }

  /** Stems of names that begin or end alike. */
  List<String> alike(String stem) {
    return parts.alike(stem);
  }

  /** How much it says that a table has this word. */
  private double rarity(String stem) {
    int having = postings.getOrDefault(stem, List.of()).size();
    return Math.log(1 + (tables() - having + 0.5) / (having + 0.5));
  }

  /** By table, how much each has of one word: of the stem of it that it has most of. */
  double[] scores(Map<String, Double> stems) {
    double[] scores = new double[tables()];
    stems.forEach((stem, worth) -> {
      double rarity = rarity(stem) * worth;
      for (Posting posting : postings.getOrDefault(stem, List.of())) {
        double weight = posting.weight() * (K1 + 1) / (posting.weight() + K1);
        scores[posting.table()] = Math.max(scores[posting.table()], rarity * weight);
      }
    });
    return scores;
  }

  /**
   * By table, how much of its name was said. Of two tables that have the words of a question, the
   * one whose name has nothing else is meant.
   */
  double[] named(Set<String> said) {
    double[] scores = new double[tables()];
    for (int table = 0; table < scores.length; table++) {
      double all = 0;
      double named = 0;
      for (String word : names.get(table)) {
        double rarity = rarity(word);
        all += rarity;
        named += said.contains(word) ? rarity : 0;
      }
      scores[table] = all == 0 ? 0 : named * named / all;
    }
    return scores;
  }
}

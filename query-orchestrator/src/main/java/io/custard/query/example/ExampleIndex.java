package io.custard.query.example;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the examples whose questions are most like another: by the stems of their words, rare ones
 * counting more, long questions less (BM25, Robertson and Zaragoza 2009, where each word counts
 * once). Words of grammar do not count. Immutable.
 */
final class ExampleIndex {
  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int LONGEST = 2_000;
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Punct}&&[^_]]+");
  private static final Set<String> GRAMMAR =
      stems(
          "a an the of in on at to for from by per with and or is are was were be been do does did"
              + " have has had there this that these those it its their which what who how many"
              + " much when where show list give get find tell me us we you all any each every"
              + " please");

  private final List<Entry> entries;
  private final Map<String, Integer> having = new HashMap<>();
  private final double usualLength;

  private record Entry(Kept example, Set<String> words) {}

  private record Scored(Kept example, double score) {}

  ExampleIndex(List<Kept> examples) {
    this.entries = examples.stream().map(kept -> new Entry(kept, words(kept.question()))).toList();
    this.usualLength = entries.stream().mapToInt(entry -> entry.words().size()).average().orElse(1);
    entries.forEach(entry -> entry.words().forEach(word -> having.merge(word, 1, Integer::sum)));
  }

  /** The best first; none that shares no word. */
  List<Kept> like(String question, int atMost) {
    Set<String> asked = words(question);
    return entries.stream()
        .map(entry -> new Scored(entry.example(), score(entry, asked)))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(atMost)
        .map(Scored::example)
        .toList();
  }

  private double score(Entry entry, Set<String> asked) {
    double length = entry.words().size() / Math.max(1, usualLength);
    return entry.words().stream().filter(asked::contains).mapToDouble(this::rarity).sum()
        * (K1 + 1)
        / (1 + K1 * (1 - B + B * length));
  }

  private double rarity(String word) {
    int with = having.getOrDefault(word, 0);
    return Math.log(1 + (entries.size() - with + 0.5) / (with + 0.5));
  }

  private static Set<String> words(String text) {
    Set<String> words = stems(text);
    words.removeAll(GRAMMAR);
    return words;
  }

  private static Set<String> stems(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return GAP.splitAsStream(cut)
        .flatMap(word -> Identifiers.words(word).stream())
        .map(Stemmer::stem)
        .collect(Collectors.toSet());
  }
}

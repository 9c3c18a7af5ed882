package io.custard.query.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds the words of names by their beginning or their end: sbcustomer, customerid, instit. */
final class NameParts {
  private static final int SHORTEST = 4;
  private static final int MOST = 50;

  private final NavigableSet<String> words;
  private final NavigableSet<String> reversed = new TreeSet<>();

  NameParts(Collection<String> words) {
    this.words = new TreeSet<>(words);
    words.forEach(word -> reversed.add(reversed(word)));
  }

  /** Words that begin or end with this one, or that are its beginning. */
  List<String> alike(String stem) {
    if (stem.length() < SHORTEST) {
      return List.of();
    }
    List<String> alike = new ArrayList<>();
    beginning(words, stem).forEach(alike::add);
    beginning(reversed, reversed(stem)).forEach(word -> alike.add(reversed(word)));
    for (int length = SHORTEST; length < stem.length(); length++) {
      String beginning = stem.substring(0, length);
      if (words.contains(beginning)) {
        alike.add(beginning);
      }
    }
    return alike;
  }

  private static List<String> beginning(NavigableSet<String> words, String with) {
    return words.tailSet(with, true).stream()
        .limit(MOST)
        .takeWhile(word -> word.startsWith(with))
        .toList();
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }
}

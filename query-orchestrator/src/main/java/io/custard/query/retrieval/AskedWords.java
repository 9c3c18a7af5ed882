package io.custard.query.retrieval;

import io.custard.translate.link.Words;
import io.custard.translate.text.FunctionWords;
import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a question, each with the stems that a name may have for it and what finding them is
 * worth, at most 1.
 */
final class AskedWords {
  private static final double GRAMMAR = 0.2;
  private static final double SYNONYM = 0.5;
  private static final double GLUED = 0.7;
  private static final double PART = 0.4;
  private static final int MOST_WORDS = 100;

  private final Map<String, Map<String, Double>> byStem = new LinkedHashMap<>();
  private final Set<String> said = new HashSet<>();
  private final WordIndex index;
  private final Set<Signal> signals;

  AskedWords(String question, WordIndex index, Set<Signal> signals) {
    this.index = index;
    this.signals = signals;
    List<String> words = NameWords.of(question);
    for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
      word(words.get(i));
      if (i + 1 < words.size() && signals.contains(Signal.PARTS_OF_WORDS)) {
        glued(words.get(i), Stemmer.stem(words.get(i + 1)));
      }
    }
  }

  /** One element for each word. */
  List<Map<String, Double>> words() {
    return new ArrayList<>(byStem.values());
  }

  /** All stems that were said, or that often mean the same. */
  Set<String> said() {
    return said;
  }

  private void word(String word) {
    String stem = Stemmer.stem(word);
    double worth = FunctionWords.grammar(word) ? GRAMMAR : 1;
    Map<String, Double> stems = new HashMap<>(Map.of(stem, worth));
    said.add(stem);
    if (signals.contains(Signal.SYNONYMS)) {
      Words.synonyms(stem).forEach(other -> stems.putIfAbsent(other, worth * SYNONYM));
      said.addAll(Words.synonyms(stem));
    }
    if (signals.contains(Signal.PARTS_OF_WORDS) && !index.has(stem)) {
      index.alike(stem).forEach(other -> stems.putIfAbsent(other, worth * PART));
    }
    byStem.putIfAbsent(stem, stems);
  }

  /** Two words of the question may be one in a name. */
  private void glued(String first, String second) {
    for (String glued : List.of(first + second, Stemmer.stem(first) + second)) {
      if (index.has(glued)) {
        byStem.putIfAbsent(glued, Map.of(glued, GLUED));
      }
    }
  }
}

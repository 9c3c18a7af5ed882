package io.custard.query.retrieval;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a name, a comment or a question. */
final class NameWords {
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Punct}&&[^_]]+");
  private static final int LONGEST = 1_000;

  private NameWords() {}

  /** In lower case, abbreviations written out. */
  static List<String> of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return GAP.splitAsStream(cut)
        .flatMap(word -> Identifiers.words(word).stream())
        .filter(word -> word.length() > 1)
        .toList();
  }

  /** As keys that are compared. */
  static List<String> stems(String text) {
    return of(text).stream().map(Stemmer::stem).toList();
  }
}

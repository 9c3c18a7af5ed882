package io.custard.query.prompt;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a name, a comment or a question, as keys that are compared. */
final class SchemaWords {
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Punct}&&[^_]]+");
  private static final int LONGEST = 1_000;

  private SchemaWords() {}

  static List<String> of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return GAP.splitAsStream(cut)
        .flatMap(word -> Identifiers.words(word).stream())
        .map(Stemmer::stem)
        .filter(word -> word.length() > 1)
        .toList();
  }
}

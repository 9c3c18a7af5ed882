package io.custard.query.history.search;

import io.custard.query.history.SearchText;
import io.custard.query.page.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words somebody looks for in questions and statements: all of them must be there. Long ones
 * are beginnings of words and found by the index; short ones may stand anywhere. Marks only part
 * words; a text of marks alone is looked for as it is. Whatever it is, it goes in as a value.
 */
record SearchWords(List<String> beginnings, List<String> anywhere) {
  /** Shorter ones begin too many words to ask an index. */
  private static final int LONG = 3;

  private static final int MOST = 16;

  static SearchWords of(String text) {
    List<String> beginnings = new ArrayList<>();
    List<String> anywhere = new ArrayList<>();
    SearchText.words(text)
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .limit(MOST)
        .forEach(word -> (word.length() >= LONG ? beginnings : anywhere).add(word));
    if (beginnings.isEmpty() && anywhere.isEmpty() && !text.isBlank()) {
      anywhere.add(text.strip().replace('\0', ' '));
    }
    return new SearchWords(List.copyOf(beginnings), List.copyOf(anywhere));
  }

  Conditions in(Conditions conditions) {
    if (!beginnings.isEmpty()) {
      conditions.and("words @@ to_tsquery('simple', ?)", query());
    }
    for (String word : anywhere) {
      conditions.and("(question ilike ? or sql ilike ?)", "%" + escaped(word) + "%");
    }
    return conditions;
  }

  /** The words hold neither quotes nor backslashes. */
  private String query() {
    return beginnings.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}

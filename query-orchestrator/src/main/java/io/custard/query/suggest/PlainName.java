package io.custard.query.suggest;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A name of a schema as it reads in a question. */
final class PlainName {
  private static final Pattern ES = Pattern.compile(".*(s|x|z|ch|sh)");
  private static final Pattern IES = Pattern.compile(".*[^aeiou]y");

  private PlainName() {}

  static String of(String name) {
    return Identifiers.humanised(name);
  }

  /** Of a table: {@code order_items} and {@code OrderItem} are order items. */
  static String plural(String table) {
    List<String> words = new ArrayList<>(Identifiers.words(table));
    if (words.isEmpty()) {
      return table;
    }
    String one = Stemmer.singular(words.removeLast());
    words.add(many(one));
    return String.join(" ", words);
  }

  /** The last word of a name without its plural ending; empty when there is no word. */
  static String lastWord(String name) {
    List<String> words = Identifiers.words(name);
    return words.isEmpty() ? "" : Stemmer.singular(words.getLast());
  }

  private static String many(String one) {
    if (one.equals("person")) {
      return "people";
    }
    if (IES.matcher(one).matches()) {
      return one.substring(0, one.length() - 1) + "ies";
    }
    return one + (ES.matcher(one).matches() ? "es" : "s");
  }
}

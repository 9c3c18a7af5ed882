package io.custard.translate.text;

import java.util.Map;

/**
 * A light stemmer: plural, -ing and -ed endings, final e and y. It maps words to keys that are
 * compared, not to words that are shown; names of the schema and words of a question go through it
 * alike.
 */
public final class Stemmer {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("persons", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("feet", "foot"),
          Map.entry("mice", "mouse"),
          Map.entry("staffs", "staff"),
          Map.entry("indices", "index"),
          Map.entry("matrices", "matrix"),
          Map.entry("taught", "teach"),
          Map.entry("wrote", "writ"),
          Map.entry("written", "writ"),
          Map.entry("bought", "bui"),
          Map.entry("sold", "sal"),
          Map.entry("sell", "sal"),
          Map.entry("paid", "pai"),
          Map.entry("data", "data"),
          Map.entry("lives", "live"),
          Map.entry("leaves", "leav"),
          Map.entry("wives", "wife"),
          Map.entry("lens", "lens"),
          Map.entry("lenses", "lens"),
          Map.entry("species", "species"),
          Map.entry("series", "series"),
          Map.entry("news", "news"),
          Map.entry("analyses", "analysis"),
          Map.entry("built", "build"),
          Map.entry("led", "lead"),
          Map.entry("held", "hold"),
          Map.entry("won", "win"),
          Map.entry("flew", "fli"));

  private Stemmer() {}

  /** The key of a lower-case word. */
  public static String stem(String word) {
    String irregular = IRREGULAR.get(word);
    return irregular != null ? irregular : ending(verb(singular(word)));
  }

  /** A lower-case noun without its plural ending, still a word. */
  public static String singular(String word) {
    int length = word.length();
    if (length <= 3 || !word.endsWith("s")) {
      return length == 3 && word.equals("ids") ? "id" : word;
    }
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return length > 5 ? word.substring(0, length - 3) + "y" : word.substring(0, length - 1);
    }
    boolean hissing =
        word.endsWith("sses")
            || word.endsWith("ches")
            || word.endsWith("shes")
            || word.endsWith("xes")
            || (word.endsWith("uses") && !word.endsWith("ouses") && length > 4);
    return word.substring(0, hissing ? length - 2 : length - 1);
  }

  private static String verb(String word) {
    int length = word.length();
    if (length > 5 && word.endsWith("ing")) {
      return undouble(word, word.substring(0, length - 3));
    }
    if (length > 4 && word.endsWith("ed")) {
      return undouble(word, word.substring(0, length - 2));
    }
    return word;
  }

  private static String undouble(String word, String root) {
    int length = root.length();
    if (length < 3 || root.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
      return word;
    }
    char last = root.charAt(length - 1);
    boolean doubled = last == root.charAt(length - 2) && "lsz".indexOf(last) < 0;
    return doubled ? root.substring(0, length - 1) : root;
  }

  private static String ending(String word) {
    int length = word.length();
    if (length > 3 && word.endsWith("e")) {
      return word.substring(0, length - 1);
    }
    if (length > 2 && word.endsWith("y")) {
      return word.substring(0, length - 1) + "i";
    }
    return word;
  }
}

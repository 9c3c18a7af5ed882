package io.custard.translate.link;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the ways a reader may name a table or a column, from its name and its comment. */
final class FormBuilder {
  private static final Set<String> FILLERS =
      Lexicon.stems("of the in for a an at on to by and is was are s");
  private static final Set<String> TABLE_PREFIXES =
      Lexicon.stems("ref tbl tb t dim fact lkp lookup v vw");
  private static final Set<String> WEAK_TAILS =
      Lexicon.stems("code name number text value yn flag amount date description data details");
  private static final Set<String> WEAK_HEADS = Lexicon.stems("is has if total number date year");

  private FormBuilder() {}

  static List<String> stems(List<String> words) {
    List<String> stems = new ArrayList<>();
    for (String word : words) {
      String stem = Stemmer.stem(word);
      if (!FILLERS.contains(stem) || words.size() == 1) {
        stems.add(stem);
      }
    }
    return stems;
  }

  static List<Form> table(TableNode node) {
    Map<List<String>, Double> forms = new LinkedHashMap<>();
    List<String> words = node.words();
    add(forms, words, 1);
    add(forms, stems(Identifiers.words(node.table().name())), 1);
    if (words.size() > 1 && TABLE_PREFIXES.contains(words.get(0))) {
      add(forms, words.subList(1, words.size()), 0.98);
    }
    if (words.size() > 1) {
      add(forms, words.subList(words.size() - 1, words.size()), 0.6);
      add(forms, words.subList(0, words.size() - 1), 0.55);
      words.stream().filter(w -> w.length() > 2).forEach(w -> add(forms, List.of(w), 0.5));
    }
    comment(forms, node.table().comment());
    return forms.entrySet().stream()
        .map(e -> new Form(e.getKey(), e.getValue(), false, node, null))
        .toList();
  }

  static List<Form> column(ColumnNode column) {
    TableNode owner = column.owner();
    List<String> words = column.words();
    Map<List<String>, Double> own = new LinkedHashMap<>();
    add(own, words, 1);
    add(own, stems(Identifiers.words(column.column().name())), 1);
    List<String> bare = withoutTable(words, owner.words());
    add(own, bare, 0.98);
    shortened(own, words);
    shortened(own, bare);
    parts(own, bare);
    keyName(own, column);
    comment(own, column.column().comment());
    List<Form> forms = new ArrayList<>();
    own.forEach((stems, score) -> forms.add(new Form(stems, score, false, owner, column)));
    Map<List<String>, Double> owned = new LinkedHashMap<>();
    own.forEach((stems, score) -> owned(owned, stems, score, owner));
    owned.forEach((stems, score) -> forms.add(new Form(stems, score, true, owner, column)));
    return forms;
  }

  private static void owned(
      Map<List<String>, Double> forms, List<String> stems, double score, TableNode owner) {
    if (!stems.containsAll(owner.words())) {
      List<String> all = new ArrayList<>(owner.words());
      all.addAll(stems);
      add(forms, all, score);
    }
  }

  /** Without the name of the table at the front: customer_name in customers is a name. */
  private static List<String> withoutTable(List<String> words, List<String> table) {
    if (words.size() > table.size() && words.subList(0, table.size()).equals(table)) {
      return words.subList(table.size(), words.size());
    }
    String last = table.isEmpty() ? "" : table.get(table.size() - 1);
    boolean starts = words.size() > 1 && words.get(0).equals(last);
    return starts ? words.subList(1, words.size()) : words;
  }

  private static void shortened(Map<List<String>, Double> forms, List<String> words) {
    int size = words.size();
    if (size < 2) {
      return;
    }
    String tail = words.get(size - 1);
    if (Lexicon.unit(tail)) {
      add(forms, words.subList(0, size - 1), 0.95);
    }
    if (WEAK_TAILS.contains(tail)) {
      add(forms, words.subList(0, size - 1), 0.8);
    }
    if (tail.equals("id")) {
      add(forms, words.subList(0, size - 1), 0.6);
    }
    if (WEAK_HEADS.contains(words.get(0))) {
      add(forms, words.subList(1, size), 0.85);
    }
  }

  /** "id" means the key whatever its name, such as eid. */
  private static void keyName(Map<List<String>, Double> forms, ColumnNode column) {
    String last = column.words().isEmpty() ? "" : column.words().get(column.words().size() - 1);
    if (column.soleKey() && last.endsWith("id")) {
      add(forms, List.of("id"), 0.9);
    }
  }

  private static void parts(Map<List<String>, Double> forms, List<String> words) {
    int size = words.size();
    for (int from = 1; from < size; from++) {
      add(forms, words.subList(from, size), 0.6);
    }
    for (int to = size - 1; to > 1; to--) {
      add(forms, words.subList(0, to), 0.55);
    }
    if (size > 1) {
      for (String word : words) {
        if ((!WEAK_TAILS.contains(word) || word.equals("dat"))
            && !word.equals("has")
            && !word.equals("id")
            && word.length() > 2) {
          add(forms, List.of(word), 0.5);
        }
      }
    }
  }

  private static void comment(Map<List<String>, Double> forms, @Nullable String comment) {
    if (comment != null && !comment.isBlank() && comment.length() <= 60) {
      List<String> words = stems(Identifiers.words(comment));
      if (!words.isEmpty() && words.size() <= 4) {
        add(forms, words, 0.9);
      }
    }
  }

  private static void add(Map<List<String>, Double> forms, List<String> words, double score) {
    if (!words.isEmpty() && words.size() <= 8) {
      forms.merge(words.stream().sorted().toList(), score, Math::max);
    }
  }
}

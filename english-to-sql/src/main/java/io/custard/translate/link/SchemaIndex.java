package io.custard.translate.link;

import io.custard.translate.Column;
import io.custard.translate.Schema;
import io.custard.translate.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every way to name a table or column of one schema, found by word. Built once, then read only. */
public final class SchemaIndex {
  private static final int MAX_TABLES = 5_000;

  private final List<TableNode> tables = new ArrayList<>();
  private final Map<String, List<Form>> formsByStem = new HashMap<>();

  /** The index of a schema. */
  public SchemaIndex(Schema schema) {
    List<Table> known = schema.tables().stream().limit(MAX_TABLES).toList();
    List<List<String>> names = ownWords(known.stream().map(Table::name).toList());
    for (int i = 0; i < known.size(); i++) {
      tables.add(node(known.get(i), names.get(i)));
    }
    for (TableNode node : tables) {
      FormBuilder.table(node).forEach(this::put);
      for (ColumnNode column : node.columns()) {
        FormBuilder.column(column).forEach(this::put);
      }
    }
  }

  /** All tables. */
  public List<TableNode> tables() {
    return List.copyOf(tables);
  }

  List<Form> formsWith(String stem) {
    return formsByStem.getOrDefault(stem, List.of());
  }

  /** Whether any name holds this word or a synonym of it. */
  public boolean knows(String stem) {
    return formsByStem.containsKey(stem)
        || Lexicon.synonyms(stem).stream().anyMatch(formsByStem::containsKey);
  }

  private void put(Form form) {
    for (String stem : form.stems().stream().distinct().toList()) {
      formsByStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(form);
    }
  }

  private static TableNode node(Table table, List<String> words) {
    TableNode node = new TableNode(table, words, FormBuilder.stems(words));
    List<List<String>> names = ownWords(table.columns().stream().map(Column::name).toList());
    List<ColumnNode> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(
          new ColumnNode(
              node, table.columns().get(i), names.get(i), FormBuilder.stems(names.get(i))));
    }
    node.complete(columns);
    return node;
  }

  /** The words of each name without those that all share. */
  private static List<List<String>> ownWords(List<String> names) {
    List<List<String>> words = GluedNames.words(names);
    int shared = sharedPrefix(words);
    return words.stream().map(w -> w.subList(Math.min(shared, w.size()), w.size())).toList();
  }

  /** How many leading words all names share, as in sb_customer, sb_ticker; each keeps one word. */
  private static int sharedPrefix(List<List<String>> names) {
    if (names.size() < 3) {
      return 0;
    }
    int shared = names.stream().mapToInt(List::size).min().orElse(0) - 1;
    for (List<String> name : names) {
      int same = 0;
      while (same < shared && name.get(same).equals(names.get(0).get(same))) {
        same++;
      }
      shared = same;
    }
    return Math.max(0, shared);
  }
}

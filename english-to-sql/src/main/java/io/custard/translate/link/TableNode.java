package io.custard.translate.link;

import io.custard.translate.Table;
import java.util.ArrayList;
import java.util.List;

/** A table as the linker knows it: its words, columns, key and the columns that name a row. */
public final class TableNode {
  private final Table table;
  private final List<String> words;
  private final String shown;
  private final List<ColumnNode> columns = new ArrayList<>();
  private List<ColumnNode> key = List.of();
  private List<ColumnNode> labels = List.of();

  TableNode(Table table, List<String> plain, List<String> words) {
    this.shown = plain.isEmpty() ? table.name() : String.join(" ", plain);
    this.table = table;
    this.words = List.copyOf(words);
  }

  void complete(List<ColumnNode> all) {
    columns.addAll(all);
    key = Labels.key(this);
    labels = Labels.labels(this);
  }

  /** The table of the schema. */
  public Table table() {
    return table;
  }

  /** The stems of its name, without a prefix that all tables share. */
  public List<String> words() {
    return words;
  }

  /** Its columns in their order. */
  public List<ColumnNode> columns() {
    return List.copyOf(columns);
  }

  /** The declared primary key, or the column that plainly is one; empty when there is none. */
  public List<ColumnNode> key() {
    return key;
  }

  /** The columns that name a row to a reader, such as a title or first and last name. */
  public List<ColumnNode> labels() {
    return labels;
  }

  /** The name as it reads in a sentence. */
  public String humanised() {
    return shown;
  }

  @Override
  public String toString() {
    return table.name();
  }
}

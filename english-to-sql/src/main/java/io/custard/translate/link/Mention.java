package io.custard.translate.link;

import java.util.List;

/**
 * Words of a question that name something of the schema, with everything they may name, best first.
 *
 * @param from the first token
 * @param to the token after the last
 */
public record Mention(
    int from, int to, String text, List<TableMatch> tables, List<ColumnMatch> columns) {
  public Mention {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
  }

  /** A table the words may name, with how well they do. */
  public record TableMatch(TableNode table, double score) {}

  /**
   * A column the words may name.
   *
   * @param owned whether the words also named its table
   */
  public record ColumnMatch(ColumnNode column, double score, boolean owned) {}

  /** How well they name a table, 0 when none. */
  public double tableScore() {
    return tables.isEmpty() ? 0 : tables.get(0).score();
  }

  /** How well they name a column, 0 when none. */
  public double columnScore() {
    return columns.isEmpty() ? 0 : columns.get(0).score();
  }

  /** Whether a table is the likelier meaning where either could stand. */
  public boolean namesTable() {
    boolean several = plural() && tableScore() >= 0.55 && columnScore() < 0.9;
    return !tables.isEmpty() && (tableScore() >= columnScore() - 0.05 || several);
  }

  private boolean plural() {
    return text.endsWith("s") && !text.endsWith("ss") && !text.endsWith("us") && to - from == 1;
  }
}

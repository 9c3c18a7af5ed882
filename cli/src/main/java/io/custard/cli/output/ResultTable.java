package io.custard.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.QueryAnswer.Column;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as an aligned table: one line for each row, whatever the cells hold; wide cells shortened,
 * numbers to the right.
 */
public final class ResultTable {
  private static final int CELL_COLUMNS = 48;
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final boolean[] numeric;
  private final int[] widths;

  private ResultTable(List<Column> columns, List<List<JsonNode>> rows) {
    numeric = new boolean[columns.size()];
    widths = new int[columns.size()];
    add(columns.stream().map(column -> shown(column.name())).toList());
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = isNumeric(rows, i);
    }
    for (List<JsonNode> row : rows) {
      add(row.stream().limit(columns.size()).map(ResultTable::shown).toList());
    }
  }

  /** Prints names, rows and their count. */
  public static void print(List<Column> columns, List<List<JsonNode>> rows, PrintStream out) {
    ResultTable table = new ResultTable(columns, rows);
    out.println(table.aligned(table.lines.getFirst()));
    out.println(table.rule());
    table.lines.stream().skip(1).map(table::aligned).forEach(out::println);
    out.println(rows.size() == 1 ? "(1 row)" : "(" + rows.size() + " rows)");
  }

  private static boolean isNumeric(List<List<JsonNode>> rows, int column) {
    boolean any = false;
    for (List<JsonNode> row : rows) {
      JsonNode cell = row.size() > column ? row.get(column) : null;
      if (cell != null && !cell.isNull()) {
        any = true;
        if (!cell.isNumber()) {
          return false;
        }
      }
    }
    return any;
  }

  private static String shown(JsonNode cell) {
    if (cell.isNull()) {
      return "NULL";
    }
    return shown(cell.isTextual() ? cell.textValue() : cell.toString());
  }

  private static String shown(String text) {
    // Cut first: a cell may be megabytes long, and escaping only makes text longer.
    String start = text.length() > CELL_COLUMNS * 8 ? text.substring(0, CELL_COLUMNS * 8) : text;
    return TextWidth.shorten(SafeText.line(start), CELL_COLUMNS);
  }

  private void add(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
    }
    lines.add(line);
  }

  private String rule() {
    return Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP));
  }

  private String aligned(List<String> line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "" : GAP);
      append(i < line.size() ? line.get(i) : "", i, text);
    }
    return text.toString().stripTrailing();
  }

  private void append(String cell, int column, StringBuilder text) {
    String padding = " ".repeat(widths[column] - TextWidth.of(cell));
    text.append(numeric[column] ? padding + cell : cell + padding);
  }
}

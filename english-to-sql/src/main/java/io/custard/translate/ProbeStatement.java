package io.custard.translate;

import io.custard.translate.render.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * The look-up of probable values as one bounded SELECT: one row for each text and column that holds
 * it, ignoring case.
 */
public final class ProbeStatement {
  private ProbeStatement() {}

  /** The statement for these probes; without any column it returns no row. */
  public static String sql(List<ValueProbe> probes, SqlDialect dialect) {
    List<String> arms = new ArrayList<>();
    for (int p = 0; p < probes.size(); p++) {
      ValueProbe probe = probes.get(p);
      for (int c = 0; c < probe.columns().size(); c++) {
        arms.add(arm(p, c, probe.text(), probe.columns().get(c), dialect));
      }
    }
    return arms.isEmpty()
        ? "SELECT 0 AS probe, 0 AS column_number, '' AS value WHERE 1 = 0"
        : String.join(" UNION ALL ", arms);
  }

  private static String arm(
      int probe, int number, String text, ColumnRef column, SqlDialect dialect) {
    Names names = new Names(dialect);
    String name = "CAST(" + names.quoted(column.column()) + " AS TEXT)";
    return "SELECT * FROM (SELECT "
        + probe
        + " AS probe, "
        + number
        + " AS column_number, "
        + name
        + " AS value FROM "
        + names.table(column.schema(), column.table())
        + " WHERE lower("
        + name
        + ") = "
        + "lower("
        + Names.literal(text)
        + ") LIMIT 1) AS p"
        + probe
        + "_"
        + number;
  }

  /** Reads the rows of the statement; rows that do not belong to a probe are left out. */
  public static List<ValueHit> hits(List<ValueProbe> probes, List<List<String>> rows) {
    List<ValueHit> hits = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() >= 3) {
        int probe = number(row.get(0));
        int column = number(row.get(1));
        if (probe >= 0
            && probe < probes.size()
            && column >= 0
            && column < probes.get(probe).columns().size()) {
          ValueProbe asked = probes.get(probe);
          hits.add(new ValueHit(asked.text(), asked.columns().get(column), row.get(2)));
        }
      }
    }
    return List.copyOf(hits);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}

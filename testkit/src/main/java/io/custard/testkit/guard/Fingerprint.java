package io.custard.testkit.guard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything of a server that a statement could change, as sorted lines under names. Two of them,
 * taken before and after, say what did change.
 */
public final class Fingerprint {
  private static final int SHOWN = 5;

  private final SortedMap<String, List<String>> parts = new TreeMap<>();

  /** Adds a part; the order of its lines does not count. */
  public Fingerprint with(String name, List<String> lines) {
    parts.put(name, lines.stream().sorted().toList());
    return this;
  }

  /** Adds the rows of a query. */
  public Fingerprint with(String name, Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i > 1 ? "|" : "").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
      return with(name, lines);
    }
  }

  /** A sentence for each part that differs; empty when nothing does. */
  public List<String> changesTo(Fingerprint after) {
    List<String> changes = new ArrayList<>();
    Stream.concat(parts.keySet().stream(), after.parts.keySet().stream())
        .distinct()
        .forEach(name -> {
          List<String> old = parts.getOrDefault(name, List.of());
          List<String> now = after.parts.getOrDefault(name, List.of());
          if (!old.equals(now)) {
            changes.add(name + " lost " + without(old, now) + " and gained " + without(now, old));
          }
        });
    return changes;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).limit(SHOWN).toList();
  }
}

package io.custard.bench.fuzz;

import java.util.List;

/** Deep and long texts: what costs parsers stack and time. */
final class Shapes {
  private record Level(String open, String close) {}

  private static final List<Level> LEVELS =
      List.of(
          new Level("(", ")"),
          new Level("((", "))"),
          new Level("lower(", ")"),
          new Level("coalesce(1, ", ")"),
          new Level("(SELECT ", ")"),
          new Level("(SELECT * FROM (SELECT ", " AS c) AS t)"),
          new Level("EXISTS (SELECT 1 FROM t WHERE ", ")"),
          new Level("x IN (SELECT x FROM t WHERE ", ")"),
          new Level("x IN (1, ", ")"),
          new Level("CASE WHEN x = 1 THEN ", " END"),
          new Level("CASE WHEN x = 1 THEN 2 ELSE ", " END"),
          new Level("CASE x WHEN ", " THEN 1 ELSE 2 END"),
          new Level("CAST(", " AS INTEGER)"),
          new Level("NOT (x = 1 AND ", ")"),
          new Level("(x = 1 OR ", ")"),
          new Level("(1 + ", " * 2)"),
          new Level("ARRAY[", "]"),
          new Level("a[", "]"),
          new Level("[", "]"),
          new Level("{'k': ", "}"),
          new Level("ROW(", ", 1)"),
          new Level("IF(x = 1, ", ", 2)"),
          new Level("sum(", ") OVER (PARTITION BY 1)"),
          new Level("count(*) FILTER (WHERE ", ")"),
          new Level("x -> (", ")"),
          new Level("'a' || (", ")"),
          new Level("", "::jsonb -> 'k'"));
  private static final List<String> LINKS =
      List.of(
          " + 1",
          " - 1",
          " * x",
          " || 'a'",
          " AND x = 1",
          " OR x",
          " , 1",
          " = 1",
          " -> 'k'",
          " -> x",
          "::INTEGER",
          " [ 1 ]",
          ".x",
          " UNION SELECT 1",
          " UNION ALL (SELECT 1)",
          " IS NULL",
          " LIKE 'a'",
          " BETWEEN 1 AND 2",
          " COLLATE \"C\"",
          " AT TIME ZONE 'UTC'",
          " IN (1)",
          " 'a'",
          "\n'a'",
          " - - 1",
          " NOT",
          " CASE WHEN 1 THEN 1",
          " ; SELECT 1",
          " JOIN t ON 1 = 1",
          " , t",
          " CROSS JOIN t",
          " LATERAL (SELECT 1) AS t",
          " INTERVAL '1' DAY",
          " DISTINCT",
          " PRIOR",
          " ? 1 : 2",
          " . . ",
          " \"q\"",
          " `q`",
          " /* c */",
          " -- c\n",
          " /*",
          " ((",
          " $$a$$",
          " @x");
  private static final List<String> STARTS =
      List.of("SELECT 1", "SELECT x", "SELECT * FROM t", "SELECT * FROM t WHERE x", "SELECT ");

  private Shapes() {}

  static String nested(Dice dice) {
    int depth = dice.below(60);
    StringBuilder open = new StringBuilder(dice.oneIn(4) ? "SELECT * FROM t WHERE " : "SELECT ");
    StringBuilder close = new StringBuilder();
    Level level = dice.pick(LEVELS);
    boolean mixed = dice.oneIn(2);
    for (int i = 0; i < depth; i++) {
      level = mixed ? dice.pick(LEVELS) : level;
      open.append(level.open());
      close.insert(0, level.close());
    }
    // At times not all of it is closed again.
    int end = dice.oneIn(6) && depth > 0 ? dice.below(close.length() + 1) : close.length();
    return open.append(dice.pick(List.of("1", "x", "x = 1", "'a'")))
        .append(close, 0, end)
        .toString();
  }

  static String chain(Dice dice) {
    String link = dice.pick(LINKS);
    String links = dice.oneIn(2) ? link : link + dice.pick(LINKS);
    String chain = dice.pick(STARTS) + links.repeat(dice.size(120, 32_000 / links.length()));
    return dice.oneIn(3) ? "SELECT * FROM (" + chain + ") AS t" : chain;
  }

  /** Minimal forms that took some parser exponential time. */
  static String pattern(Dice dice) {
    int n = 1 + dice.below(50);
    return switch (dice.below(9)) {
      case 0 -> "SELECT " + "CASE WHEN a = 1 THEN 1 ELSE ".repeat(n) + "0" + " END".repeat(n);
      case 1 -> "SELECT " + "concat('a', ".repeat(n) + "'b'" + ")".repeat(n);
      case 2 -> "SELECT " + "IF(a = 1, 1, ".repeat(n) + "0" + ")".repeat(n);
      case 3 -> "SELECT " + "(IIF((CASE WHEN 1=2 THEN 'a' ELSE 'b') = 'b', 2, ".repeat(n) + "3))";
      case 4 ->
          "SELECT CASE WHEN true THEN "
              + "(".repeat(n)
              + " '{}'::JSON -> 'obj'::TEXT ->> 'f' "
              + ")".repeat(n)
              + " END";
      case 5 -> "SELECT " + "(".repeat(n) + "1" + " + 1)".repeat(n);
      case 6 -> "SELECT * FROM t WHERE " + "(".repeat(n) + "a = 1" + ") AND b = 2".repeat(n);
      case 7 -> "SELECT * FROM " + "(".repeat(n) + "t" + " JOIN u ON 1 = 1)".repeat(n);
      default -> "(".repeat(n) + "SELECT 1" + ") UNION SELECT 2".repeat(n);
    };
  }
}

package io.custard.bench.fuzz;

import io.custard.guard.Dialect;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries of the SQL all dialects share, written at random; the depth left bounds the recursion.
 */
final class SelectGrammar {
  private static final List<String> TABLES = List.of("books", "loans", "s.members", "b", "l");
  private static final List<String> COLUMNS =
      List.of("id", "title", "b.pages", "l.due", "price", "\"by\"", "*");
  private static final List<String> FUNCTIONS =
      List.of("lower", "upper", "abs", "coalesce", "round", "count", "sum", "min", "nosuch");
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "||", "=", "<>", "<", ">=", "AND", "OR", "LIKE", "IS");
  private static final List<String> LITERALS =
      List.of("1", "0.5", "'a'", "''", "'it''s -- no'", "NULL", "TRUE", "1e3", "'/*'");
  private static final List<String> TYPES =
      List.of("INTEGER", "VARCHAR(10)", "DECIMAL(10, 2)", "DATE", "TIMESTAMP");

  private final Dice dice;
  private final Dialect dialect;

  SelectGrammar(Dice dice, Dialect dialect) {
    this.dice = dice;
    this.dialect = dialect;
  }

  String statement() {
    int depth = 1 + dice.below(4);
    return (dice.oneIn(6) ? with(depth) : "") + query(depth) + (dice.oneIn(6) ? ";" : "");
  }

  private String with(int depth) {
    return "WITH " + (dice.oneIn(4) ? "RECURSIVE " : "") + "w AS (" + query(depth - 1) + ") ";
  }

  private String query(int depth) {
    String first = select(depth);
    return depth > 0 && dice.oneIn(8)
        ? first + dice.pick(List.of(" UNION ", " UNION ALL ", " EXCEPT ")) + query(depth - 1)
        : first;
  }

  private String select(int depth) {
    return "SELECT "
        + (dice.oneIn(8) ? "DISTINCT " : "")
        + list(() -> item(depth))
        + (dice.oneIn(8) ? "" : " FROM " + from(depth))
        + clause(" WHERE ", () -> expression(depth))
        + clause(" GROUP BY ", () -> list(() -> expression(0)))
        + clause(" HAVING ", () -> expression(depth))
        + clause(" ORDER BY ", () -> list(() -> expression(0) + (dice.oneIn(2) ? " DESC" : "")))
        + clause(" LIMIT ", () -> String.valueOf(dice.below(100)));
  }

  private String clause(String keyword, Supplier<String> content) {
    return dice.oneIn(4) ? keyword + content.get() : "";
  }

  private String item(int depth) {
    return expression(depth) + (dice.oneIn(3) ? " AS " + name() : "");
  }

  private String from(int depth) {
    StringBuilder from = new StringBuilder(relation(depth));
    for (int joins = dice.below(3); joins > 0; joins--) {
      from.append(dice.pick(List.of(" JOIN ", " LEFT JOIN ", " INNER JOIN ")));
      from.append(relation(depth)).append(" ON ").append(expression(depth - 1));
    }
    return from.toString();
  }

  private String relation(int depth) {
    return depth > 0 && dice.oneIn(5)
        ? "(" + query(depth - 1) + ") " + name()
        : dice.pick(TABLES) + (dice.oneIn(2) ? " " + name() : "");
  }

  private String name() {
    String plain = "n" + dice.below(9);
    return dice.oneIn(3) ? Words.quoted(plain, dialect) : plain;
  }

  private String list(Supplier<String> item) {
    return IntStream.rangeClosed(0, dice.below(4))
        .mapToObj(i -> item.get())
        .collect(Collectors.joining(", "));
  }

  private String expression(int depth) {
    if (depth <= 0) {
      return dice.oneIn(2) ? dice.pick(COLUMNS) : dice.pick(LITERALS);
    }
    Supplier<String> inner = () -> expression(depth - 1);
    return dice.oneOf(
        inner,
        () -> inner.get() + " " + dice.pick(OPERATORS) + " " + inner.get(),
        () -> "(" + inner.get() + ")",
        () -> (dice.oneIn(2) ? "NOT " : "-") + inner.get(),
        () -> dice.pick(FUNCTIONS) + "(" + list(inner) + ")",
        () -> "CAST(" + inner.get() + " AS " + dice.pick(TYPES) + ")",
        () -> "CASE WHEN " + inner.get() + " THEN " + inner.get() + " ELSE " + inner.get() + " END",
        () -> inner.get() + " IN (" + list(inner) + ")",
        () -> inner.get() + " BETWEEN " + inner.get() + " AND " + inner.get(),
        () -> inner.get() + " IS NOT NULL",
        () -> "(" + query(depth - 1) + ")",
        () -> "EXISTS (" + query(depth - 1) + ")",
        () -> "sum(" + inner.get() + ") OVER (PARTITION BY id ORDER BY " + inner.get() + ")");
  }
}

package io.custard.check.type;

import io.custard.check.Problem;
import io.custard.check.Problem.TypeMismatch;
import io.custard.check.block.Block;
import io.custard.check.block.Bound;
import io.custard.guard.Dialect;
import io.custard.guard.text.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns in places where their type cannot stand. Only PostgreSQL and DuckDB refuse such
 * statements whatever the rows are, DuckDB fewer of them; the other servers convert.
 */
public final class TypeRules {
  private static final Set<String> ADDING = Set.of("sum", "avg");

  private final boolean strict;
  private final boolean checked;
  private final Statement tokens;
  private final Map<Integer, Bound> byStart = new HashMap<>();

  public TypeRules(Dialect dialect, Statement tokens) {
    this.strict = dialect == Dialect.POSTGRESQL;
    this.checked = strict || dialect == Dialect.DUCKDB;
    this.tokens = tokens;
  }

  public List<Problem> problems(List<Block> blocks) {
    List<Problem> problems = new ArrayList<>();
    if (checked) {
      blocks.forEach(
          block -> block.columns().forEach(column -> byStart.put(column.first(), column)));
      byStart
          .values()
          .forEach(column ->
              Family.of(column)
                  .flatMap(family -> reason(column, family))
                  .ifPresent(reason -> problems.add(mismatch(column, reason))));
    }
    return problems;
  }

  private Problem mismatch(Bound column, String reason) {
    StringBuilder written = new StringBuilder();
    for (int i = column.first(); i <= column.last(); i++) {
      written.append(tokens.at(i).text());
    }
    return new TypeMismatch(
        written.toString(), tokens.at(column.first()).position(), List.of(), reason);
  }

  private Optional<String> reason(Bound column, Family family) {
    Optional<String> wrongSum = sum(column, family);
    if (wrongSum.isPresent()) {
      return wrongSum;
    }
    return new Comparison(tokens, column)
        .operands()
        .flatMap(operand -> against(family, operand).stream())
        .findFirst();
  }

  private Optional<String> sum(Bound column, Family family) {
    int before = column.first() - 1;
    int open = tokens.at(before).isWord("distinct") ? before - 1 : before;
    String called = tokens.at(open - 1).name();
    boolean argument =
        tokens.at(open).isMark("(")
            && ADDING.contains(called)
            && !tokens.at(open - 2).isMark(".")
            && tokens.at(column.last() + 1).isMark(")");
    boolean wrong = family == Family.TEXT || (strict && family != Family.NUMBER);
    return argument && wrong
        ? Optional.of("is " + family.shown() + ", of which there is no " + called)
        : Optional.empty();
  }

  private Optional<String> against(Family family, Comparison.Operand operand) {
    return switch (operand) {
      case Comparison.Operand.Text(String value) ->
          said(
              strict && !Literals.canBe(family, value),
              family,
              "compared with a text that is none");
      case Comparison.Operand.Numeral() ->
          said(strict && family != Family.NUMBER, family, "compared with a number");
      case Comparison.Operand.Pattern() ->
          said(family != Family.TEXT, family, "compared with a pattern");
      case Comparison.Operand.Name(int first, int last) ->
          Optional.ofNullable(byStart.get(first))
              .filter(other -> strict && other.last() == last)
              .flatMap(other -> against(family, other));
    };
  }

  private static Optional<String> against(Family family, Bound other) {
    return Family.of(other)
        .flatMap(of ->
            said(
                of != family,
                family,
                "compared with " + other.shown() + ", which is " + of.shown()));
  }

  private static Optional<String> said(boolean wrong, Family family, String what) {
    return wrong ? Optional.of("is " + family.shown() + " and is " + what) : Optional.empty();
  }
}

package io.custard.conversation.statement;

import io.custard.check.block.Bound;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.guard.text.Statement;
import io.custard.guard.text.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads expressions of a statement. */
final class ExprReader {
  // Around an aggregate they change how it looks, not what it is.
  private static final Set<String> COSMETIC = Set.of("round", "coalesce", "ifnull");

  private final SqlStatement statement;
  private final Statement tokens;

  ExprReader(SqlStatement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
  }

  Expr read(Span written) {
    Span span = written.bare(tokens);
    return column(span)
        .<Expr>map(Expr.Column::new)
        .or(() -> aggregate(span))
        .or(() -> dated(span))
        .orElseGet(() -> new Expr.Other(statement.form(span, ExprReader::whole)));
  }

  Optional<ColumnName> column(Span span) {
    return statement.bound(span.bare(tokens)).flatMap(SqlStatement::name);
  }

  private static String whole(Bound bound) {
    return SqlStatement.name(bound)
        .map(name -> name.table() + "." + name.column())
        .orElseGet(bound::shown);
  }

  private Optional<Expr> dated(Span span) {
    Set<ColumnName> columns =
        statement.boundIn(span).stream()
            .flatMap(bound -> SqlStatement.name(bound).stream())
            .collect(Collectors.toSet());
    return columns.size() == 1
        ? GrainForms.of(statement.form(span, bound -> GrainForms.COLUMN))
            .map(grain -> new Expr.Dated(columns.iterator().next(), grain))
        : Optional.empty();
  }

  private Optional<Expr> aggregate(Span span) {
    boolean call =
        tokens.at(span.from()).kind() == TokenKind.WORD
            && tokens.at(span.from() + 1).isMark("(")
            && tokens.partner(span.from() + 1) == span.to() - 1;
    if (!call) {
      return Optional.empty();
    }
    String name = tokens.at(span.from()).name();
    Span inside = new Span(span.from() + 2, span.to() - 1);
    Calculation calculation = Calculation.of(name);
    if (calculation != Calculation.OTHER) {
      return argument(calculation, inside);
    }
    List<Span> arguments = inside.items(tokens);
    boolean plain =
        arguments.stream()
            .skip(1)
            .allMatch(a -> a.size() == 1 && tokens.at(a.from()).kind() == TokenKind.NUMBER);
    return COSMETIC.contains(name) && !arguments.isEmpty() && plain
        ? aggregate(arguments.getFirst())
        : Optional.empty();
  }

  private Optional<Expr> argument(Calculation calculation, Span inside) {
    boolean distinct = tokens.at(inside.from()).isWord("distinct");
    Span argument = new Span(inside.from() + (distinct ? 1 : 0), inside.to());
    boolean rows =
        argument.size() == 1
            && (tokens.at(argument.from()).isMark("*")
                || tokens.at(argument.from()).text().equals("1"));
    if (rows && !distinct && calculation == Calculation.COUNT) {
      return Optional.of(new Expr.Aggregate(calculation, null, false));
    }
    return column(argument).map(column -> new Expr.Aggregate(calculation, column, distinct));
  }
}

package io.custard.conversation.statement;

import io.custard.check.block.Bound;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.Condition.Meaning;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of WHERE. */
final class ConditionReader {
  private static final Set<String> FOLDING = Set.of("lower", "upper", "trim");

  private final SqlStatement statement;
  private final Statement tokens;
  private final ExprReader expressions;

  ConditionReader(SqlStatement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.expressions = new ExprReader(statement);
  }

  List<Condition> all() {
    return statement.clauses().where().conjuncts(tokens).stream().map(this::read).toList();
  }

  private Condition read(Span span) {
    List<Bound> bound = statement.boundIn(span);
    List<ColumnName> columns =
        bound.stream().flatMap(b -> SqlStatement.name(b).stream()).distinct().toList();
    boolean query = false;
    for (int i = span.from(); i < span.to(); i++) {
      query |= tokens.at(i).isWord("select");
    }
    boolean closed = !query && bound.stream().allMatch(b -> SqlStatement.name(b).isPresent());
    Span bare = span.bare(tokens);
    Meaning meaning = query ? unread(bare) : meaning(bare).orElseGet(() -> unread(bare));
    return new Condition(span, columns, closed, span.isDisjunction(tokens), meaning);
  }

  private Meaning unread(Span span) {
    return new Meaning.Unread(
        statement.form(
            span, b -> SqlStatement.name(b).map(ColumnName::toString).orElseGet(b::shown)));
  }

  private Optional<Meaning> meaning(Span span) {
    if (span.isEmpty() || span.isDisjunction(tokens)) {
      return orMissing(span);
    }
    if (tokens.at(span.from()).isWord("not")) {
      return meaning(new Span(span.from() + 1, span.to()).bare(tokens))
          .flatMap(ConditionReader::negated);
    }
    Optional<Bound> truth = statement.bound(span);
    if (truth.isPresent()) {
      return SqlStatement.name(truth.get())
          .map(name -> test(name, Operator.EQUALS, List.of("true")));
    }
    for (int i = span.from() + 1; i < span.to(); i++) {
      if (span.isOutside(tokens, i) && isOperator(tokens.at(i))) {
        return operation(new Span(span.from(), i), i, new Span(i + 1, span.to()));
      }
    }
    return Optional.empty();
  }

  // Another value, or none.
  private Optional<Meaning> orMissing(Span span) {
    List<Meaning> sides =
        span.alternatives(tokens).stream()
            .filter(side -> side.conjuncts(tokens).size() == 1)
            .flatMap(side -> meaning(side.bare(tokens)).stream())
            .toList();
    boolean other =
        sides.size() == 2
            && sides.getFirst() instanceof Meaning.Test(Filter value)
            && sides.getLast() instanceof Meaning.Test(Filter missing)
            && Set.of(Operator.NOT_EQUALS, Operator.NONE_OF).contains(value.operator())
            && missing.equals(new Filter(value.column(), Operator.MISSING, List.of()));
    return other ? Optional.of(sides.getFirst()) : Optional.empty();
  }

  private static Optional<Meaning> negated(Meaning meaning) {
    if (!(meaning instanceof Meaning.Test(Filter filter))) {
      return Optional.empty();
    }
    if (filter.operator() == Operator.EQUALS && filter.values().equals(List.of("true"))) {
      return Optional.of(test(filter.column(), Operator.EQUALS, List.of("false")));
    }
    Operator opposite = filter.operator().negated();
    return opposite == Operator.OTHER
        ? Optional.empty()
        : Optional.of(test(filter.column(), opposite, filter.values()));
  }

  private static boolean isOperator(Token token) {
    if (token.kind() == TokenKind.OPERATOR) {
      return Operator.of(token.text()) != Operator.OTHER;
    }
    return token.kind() == TokenKind.WORD
        && Set.of("in", "not", "between", "like", "ilike", "is").contains(token.name());
  }

  private Optional<Meaning> operation(Span left, int at, Span right) {
    Token token = tokens.at(at);
    if (token.kind() == TokenKind.OPERATOR) {
      Operator operator = Operator.of(token.text());
      return comparison(left, operator, right)
          .or(() -> comparison(right, operator.mirrored(), left));
    }
    boolean not = token.isWord("not");
    Token word = not ? tokens.at(at + 1) : token;
    Span rest = not ? new Span(right.from() + 1, right.to()) : right;
    Optional<Meaning> meaning =
        switch (word.name()) {
          case "in" ->
              column(left)
                  .flatMap(column ->
                      Optional.of(Literal.list(tokens, rest, statement.dialect()))
                          .filter(values -> !values.isEmpty())
                          .map(values -> test(column, Operator.ONE_OF, values)));
          case "like", "ilike" -> likeness(left, rest);
          case "between" -> between(left, rest);
          case "is" -> is(left, rest);
          default -> Optional.empty();
        };
    return not ? meaning.flatMap(ConditionReader::negated) : meaning;
  }

  private Optional<Meaning> likeness(Span left, Span right) {
    Optional<Literal> pattern = Literal.of(tokens, right, statement.dialect());
    return column(left)
        .flatMap(column -> pattern.map(p -> test(column, Operator.LIKE, List.of(p.value()))));
  }

  private Optional<Meaning> is(Span left, Span right) {
    Optional<ColumnName> column = column(left);
    boolean not = tokens.at(right.from()).isWord("not");
    String what = tokens.at(right.to() - 1).name();
    if (column.isEmpty() || right.size() != (not ? 2 : 1)) {
      return Optional.empty();
    }
    return switch (what) {
      case "null" ->
          Optional.of(test(column.get(), not ? Operator.PRESENT : Operator.MISSING, List.of()));
      case "true", "false" ->
          not ? Optional.empty() : Optional.of(test(column.get(), Operator.EQUALS, List.of(what)));
      default -> Optional.empty();
    };
  }

  private Optional<Meaning> between(Span left, Span right) {
    List<Span> ends = right.conjuncts(tokens);
    Optional<Literal> low =
        ends.size() == 2
            ? Literal.of(tokens, ends.getFirst(), statement.dialect())
            : Optional.empty();
    Optional<Literal> high =
        ends.size() == 2
            ? Literal.of(tokens, ends.getLast(), statement.dialect())
            : Optional.empty();
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    Expr what = expressions.read(left);
    Optional<Period> range =
        switch (what) {
          case Expr.Dated(ColumnName c, Grain grain) ->
              Ranges.of(c, grain, Operator.AT_LEAST, low.get())
                  .flatMap(
                      from -> Ranges.of(c, grain, Operator.AT_MOST, high.get()).map(from::and));
          case Expr.Column(ColumnName c) when isDate(left) ->
              Ranges.between(c, isWholeDay(left), low.get(), high.get());
          default -> Optional.empty();
        };
    return range
        .<Meaning>map(Meaning.Range::new)
        .or(() ->
            column(left)
                .map(c ->
                    test(c, Operator.BETWEEN, List.of(low.get().value(), high.get().value()))));
  }

  private Optional<Meaning> comparison(Span left, Operator operator, Span right) {
    Optional<Literal> literal = Literal.of(tokens, right, statement.dialect());
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    Literal value = literal.get();
    Optional<Meaning> dated =
        switch (expressions.read(left)) {
          case Expr.Dated(ColumnName c, Grain grain) -> grain(c, grain, operator, value);
          case Expr.Column(ColumnName c) when isDate(left) ->
              Ranges.of(c, isWholeDay(left), operator, value).map(Meaning.Range::new);
          default -> Optional.empty();
        };
    return dated.or(
        () -> column(left).map(c -> test(c, operator, List.of(truth(left, value.value())))));
  }

  private static Optional<Meaning> grain(
      ColumnName column, Grain grain, Operator operator, Literal value) {
    boolean part = grain == Grain.MONTH_OF_YEAR || grain == Grain.QUARTER_OF_YEAR;
    if (part && operator == Operator.EQUALS && value.value().matches("\\d{1,2}")) {
      return Optional.of(new Meaning.Part(column, grain, Integer.parseInt(value.value())));
    }
    return Ranges.of(column, grain, operator, value).map(Meaning.Range::new);
  }

  private static Meaning test(ColumnName column, Operator operator, List<String> values) {
    return new Meaning.Test(new Filter(column, operator, values));
  }

  // Servers without a type of truth values write 1 and 0.
  private String truth(Span column, String value) {
    boolean isTruth = described(column).filter(c -> c.type() == ColumnType.BOOLEAN).isPresent();
    return !isTruth
        ? value
        : switch (value.toLowerCase(Locale.ROOT)) {
          case "1", "t" -> "true";
          case "0", "f" -> "false";
          default -> value;
        };
  }

  private Optional<ColumnName> column(Span span) {
    Span bare = span.bare(tokens);
    boolean folded =
        tokens.at(bare.from() + 1).isMark("(")
            && FOLDING.contains(tokens.at(bare.from()).name())
            && tokens.partner(bare.from() + 1) == bare.to() - 1;
    return expressions.column(folded ? new Span(bare.from() + 2, bare.to() - 1) : bare);
  }

  private Optional<Column> described(Span span) {
    return statement.bound(span.bare(tokens)).map(bound -> bound.field().column());
  }

  private boolean isDate(Span span) {
    return described(span).filter(c -> DateColumns.isDate(statement.dialect(), c)).isPresent();
  }

  private boolean isWholeDay(Span span) {
    return described(span).filter(DateColumns::isWholeDay).isPresent();
  }
}

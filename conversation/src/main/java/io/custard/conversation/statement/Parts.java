package io.custard.conversation.statement;

import io.custard.conversation.state.ColumnName;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a plain statement, each with what it means. */
public final class Parts {
  private static final Set<String> TAILS = Set.of("asc", "desc", "nulls", "first", "last");

  private final SqlStatement statement;
  private final Statement tokens;
  private final ExprReader expressions;
  private final List<Output> outputs = new ArrayList<>();

  public Parts(SqlStatement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.expressions = new ExprReader(statement);
    List<Span> items = statement.clauses().items();
    for (int i = 0; i < items.size(); i++) {
      outputs.add(output(items.get(i), statement.isAliased(i)));
    }
  }

  /** The text of a part. */
  public String text(Span span, boolean qualified) {
    return statement.text(span, qualified);
  }

  /** The relations of FROM, the first one with all that a comma joins to it. */
  public List<Relation> relations() {
    return new FromParts(statement).relations();
  }

  /** Whether commas join some of them. */
  public boolean hasCommas() {
    return statement.clauses().from().items(tokens).size() > 1;
  }

  /** Whether a table is written with its schema. */
  public boolean hasSchemas() {
    return tokens.at(statement.clauses().from().from() + 1).isMark(".");
  }

  /** The columns that a part names, also in queries inside. */
  public Set<ColumnName> columnsIn(Span span) {
    return statement.boundIn(span).stream()
        .flatMap(bound -> SqlStatement.name(bound).stream())
        .collect(Collectors.toSet());
  }

  /** The expressions of the same items. */
  public List<Span> groupSpans() {
    return statement.clauses().groups().stream()
        .map(span -> {
          OptionalInt output = named(span);
          return output.isPresent() ? outputs.get(output.getAsInt()).expression() : span;
        })
        .toList();
  }

  public List<Output> outputs() {
    return List.copyOf(outputs);
  }

  private Output output(Span item, boolean aliased) {
    Token last = tokens.at(item.to() - 1);
    boolean as = aliased && tokens.at(item.to() - 2).isWord("as");
    Span expression = new Span(item.from(), item.to() - (as ? 2 : aliased ? 1 : 0));
    String name =
        last.isNamed() && (aliased || statement.bound(item).isPresent()) ? last.name() : "";
    return new Output(expression, aliased ? last.text() : "", name, meaning(expression));
  }

  private Expr meaning(Span expression) {
    Token last = tokens.at(expression.to() - 1);
    if (last.isMark("*") && (expression.size() == 1 || expression.size() == 3)) {
      boolean one = statement.sources().size() == 1;
      var table = statement.sources().getFirst().table();
      String owner = one && table != null ? table.description().name() : "";
      return new Expr.Column(new ColumnName(owner, "*"));
    }
    return expressions.read(expression);
  }

  /** What the items of GROUP BY mean; numbers and names of results stand for what they name. */
  public List<Expr> groups() {
    return statement.clauses().groups().stream().map(this::resolved).toList();
  }

  private Expr resolved(Span span) {
    OptionalInt number = named(span);
    return number.isPresent() ? outputs.get(number.getAsInt()).meaning() : expressions.read(span);
  }

  private OptionalInt named(Span span) {
    OptionalInt number = number(span);
    boolean name = number.isEmpty() && span.size() == 1 && statement.bound(span).isEmpty();
    return name ? byName(tokens.at(span.from())) : number;
  }

  private OptionalInt byName(Token token) {
    return IntStream.range(0, outputs.size())
        .filter(i -> token.isNamed() && outputs.get(i).name().equalsIgnoreCase(token.name()))
        .findFirst();
  }

  private OptionalInt number(Span span) {
    Token token = tokens.at(span.from());
    boolean number = span.size() == 1 && token.kind() == TokenKind.NUMBER;
    int value = number && token.text().matches("\\d{1,3}") ? Integer.parseInt(token.text()) : 0;
    return value > 0 && value <= outputs.size() ? OptionalInt.of(value - 1) : OptionalInt.empty();
  }

  public List<Sort> sorts() {
    return statement.clauses().orders().stream().map(this::sort).toList();
  }

  private Sort sort(Span item) {
    int end = item.to();
    while (end > item.from() + 1
        && tokens.at(end - 1).kind() == TokenKind.WORD
        && TAILS.contains(tokens.at(end - 1).name())) {
      end--;
    }
    Span expression = new Span(item.from(), end);
    Span tail = new Span(end, item.to());
    OptionalInt named = named(expression);
    Expr meaning = resolved(expression);
    int output =
        named.orElseGet(() ->
            IntStream.range(0, outputs.size())
                .filter(i -> outputs.get(i).meaning().equals(meaning))
                .findFirst()
                .orElse(-1));
    boolean descending = tokens.at(end).isWord("desc") && !tail.isEmpty();
    return new Sort(
        expression, meaning, output, descending, tail.isEmpty() ? "" : text(tail, false));
  }

  public List<Condition> conditions() {
    return new ConditionReader(statement).all();
  }

  /** The conditions of HAVING. */
  public List<Span> having() {
    return statement.clauses().having().conjuncts(tokens);
  }

  /** A part in a form that does not depend on how it is written. */
  String form(Span span) {
    return statement.form(span, bound -> bound.source().shown() + "." + bound.field().key());
  }

  /** The number behind LIMIT; empty if there is none or it is no plain number. */
  public OptionalInt limit() {
    Span limit = statement.clauses().limit();
    Token token = tokens.at(limit.from());
    return limit.size() == 1 && token.text().matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(token.text()))
        : OptionalInt.empty();
  }

  /** Whether there is a LIMIT that {@link #limit} does not tell. */
  public boolean hasOtherLimit() {
    return !statement.clauses().limit().isEmpty() && limit().isEmpty();
  }

  ExprReader expressions() {
    return expressions;
  }
}

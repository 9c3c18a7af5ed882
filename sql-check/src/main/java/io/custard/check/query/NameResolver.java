package io.custard.check.query;

import io.custard.check.block.Bound;
import io.custard.check.block.Source;
import io.custard.check.schema.Field;
import io.custard.check.scope.Scope;
import io.custard.check.scope.SpecialNames;
import io.custard.check.scope.Walk;
import io.custard.check.scope.Withs;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Resolves the names in the expressions of one SELECT, and reports those that mean nothing. */
final class NameResolver implements Walk.Visitor {
  private final Reading reading;
  private final QueryReader queries;
  private final Scope scope;
  private final Withs withs;
  private final MissingNames missing;
  private final SpecialNames special;
  private final IdentityHashMap<Column, Bound> bound = new IdentityHashMap<>();
  private final List<Function> functions = new ArrayList<>();
  private final List<AnalyticExpression> analytics = new ArrayList<>();

  NameResolver(Reading reading, QueryReader queries, Scope scope, Withs withs) {
    this.reading = reading;
    this.queries = queries;
    this.scope = scope;
    this.withs = withs;
    this.missing = new MissingNames(reading, scope);
    this.special = new SpecialNames(reading.dialect(), reading.tree().tokens());
  }

  /** What a column means; empty if it is not known, or no column. */
  Optional<Bound> meaning(@Nullable Object node) {
    return node instanceof Column column
        ? Optional.ofNullable(bound.get(column))
        : Optional.empty();
  }

  List<Bound> columns() {
    return List.copyOf(bound.values());
  }

  List<Function> functions() {
    return functions;
  }

  List<AnalyticExpression> analytics() {
    return analytics;
  }

  @Override
  public void call(Function call) {
    functions.add(call);
  }

  @Override
  public void call(AnalyticExpression call) {
    analytics.add(call);
  }

  @Override
  public void query(Select query) {
    queries.read(query, scope, withs);
  }

  @Override
  public void allColumnsOf(Table qualifier) {
    if (qualifier.getNameParts() != null && qualifier.getNameParts().size() == 1) {
      int token = reading.tree().indexOf(qualifier.getName());
      if (token >= 0 && scope.qualified(reading.key(qualifier.getName())).isEmpty()) {
        missingQualifier(token);
      }
    }
  }

  @Override
  public void column(Column column, boolean bare) {
    List<String> parts = new ArrayList<>();
    if (column.getTable() != null && column.getTable().getNameParts() != null) {
      parts.addAll(column.getTable().getNameParts().reversed());
    }
    parts.add(column.getColumnName());
    int[] tokens = parts.stream().mapToInt(reading.tree()::indexOf).toArray();
    for (int token : tokens) {
      if (token < 0) {
        return;
      }
    }
    List<String> keys = parts.stream().map(reading::key).toList();
    Optional<Bound> meaning =
        switch (tokens.length) {
          case 1 -> unqualified(tokens[0], keys.getFirst(), bare);
          case 2 -> qualified(tokens[0], tokens[1], keys);
          default -> withSchema(tokens, keys);
        };
    meaning.ifPresent(found -> bound.put(column, found));
  }

  private Optional<Bound> unqualified(int token, String key, boolean bare) {
    switch (scope.unqualified(key, bare)) {
      case Scope.Meaning.Is(Source source, Field field) -> {
        return Optional.of(new Bound(source, field, token, token));
      }
      case Scope.Meaning.OneOf(List<Source> holders) -> missing.ambiguous(token, holders);
      case Scope.Meaning.Something() -> {
        // There is nothing to say of it.
      }
      case Scope.Meaning.Nothing() -> {
        if (!special.mayBe(token)) {
          missing.column(token, token, nearestSources());
        }
      }
    }
    return Optional.empty();
  }

  private List<Source> nearestSources() {
    Scope nearest = scope;
    while (nearest.sources().isEmpty() && nearest.outer() != null) {
      nearest = nearest.outer();
    }
    return nearest.sources();
  }

  private Optional<Bound> qualified(int first, int last, List<String> keys) {
    List<Source> sources = scope.qualified(keys.getFirst());
    if (sources.isEmpty()) {
      boolean field =
          special.hasFields()
              && !(scope.unqualified(keys.getFirst(), false) instanceof Scope.Meaning.Nothing);
      if (!field) {
        missingQualifier(first);
      }
      return Optional.empty();
    }
    Source source = sources.getFirst();
    Optional<Field> field = source.shape().field(keys.getLast());
    if (field.isPresent() && haveAll(sources, keys.getLast())) {
      missing.sameNames(first, last);
      return Optional.empty();
    }
    if (field.isEmpty()
        && sources.size() == 1
        && !source.shape().open()
        && !special.isHidden(keys.getLast())) {
      missing.column(first, last, sources);
    }
    return field.map(found -> new Bound(source, found, first, last));
  }

  private static boolean haveAll(List<Source> sources, String field) {
    return sources.size() > 1
        && sources.stream().allMatch(source -> source.shape().field(field).isPresent());
  }

  // A schema, a table and a column; or a column and the fields of its value.
  private Optional<Bound> withSchema(int[] tokens, List<String> keys) {
    int column = tokens.length - 1;
    return scope.qualified(keys.get(column - 1)).stream()
        .findFirst()
        .flatMap(source ->
            source
                .shape()
                .field(keys.get(column))
                .map(field -> new Bound(source, field, tokens[0], tokens[column])));
  }

  private void missingQualifier(int token) {
    if (!scope.hasUnnamed() && reading.tree().tokens().at(token).kind() != TokenKind.STRING) {
      missing.qualifier(token);
    }
  }
}

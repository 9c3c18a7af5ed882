package io.custard.check.query;

import io.custard.check.block.Joins;
import io.custard.check.block.Joins.Equality;
import io.custard.check.block.Slot;
import io.custard.check.block.Source;
import io.custard.check.schema.Catalog.Meaning;
import io.custard.check.schema.KnownTable;
import io.custard.check.schema.Shape;
import io.custard.check.scope.Scope;
import io.custard.check.scope.Walk;
import io.custard.check.scope.Withs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Reads a FROM clause into the sources of a scope. */
final class FromReader {
  private final Reading reading;
  private final QueryReader queries;
  private final Scope scope;
  private final Withs withs;
  private final MissingNames missing;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Equality> equalities = new ArrayList<>();
  private final Set<Integer> outer = new HashSet<>();
  private boolean certain = true;

  /**
   * What stands behind ON.
   *
   * @param start the first of the scope's sources it sees
   * @param end behind the last of them
   */
  record Condition(Expression expression, int start, int end) {}

  FromReader(Reading reading, QueryReader queries, Scope scope, Withs withs) {
    this.reading = reading;
    this.queries = queries;
    this.scope = scope;
    this.withs = withs;
    this.missing = new MissingNames(reading, scope);
  }

  void read(@Nullable FromItem item, @Nullable List<Join> joins) {
    int start = scope.sources().size();
    if (item != null) {
      source(item);
    }
    for (Join join : joins == null ? List.<Join>of() : joins) {
      start = join.isSimple() ? scope.sources().size() : start;
      join(join, start);
    }
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** What is joined, with these equalities beside those of USING and NATURAL. */
  Joins joins(List<Equality> more) {
    List<Equality> all = new ArrayList<>(equalities);
    all.addAll(more);
    return new Joins(scope.sources(), outer, all, certain);
  }

  private void join(Join join, int start) {
    int right = scope.sources().size();
    source(join.getFromItem());
    int end = scope.sources().size();
    if (join.isRight() || join.isFull() || (join.isOuter() && !join.isLeft())) {
      scope.sources().forEach(source -> outer.add(source.id()));
    }
    if (join.isLeft()) {
      scope.sources().subList(right, end).forEach(source -> outer.add(source.id()));
    }
    certain &=
        !(join.isSemi() || join.isAsOf() || join.isApply() || join.isAny() || join.isArray());
    if (join.isNatural()) {
      scope.mergeAll();
      certain = false;
    }
    for (Expression on : join.getOnExpressions()) {
      conditions.add(new Condition(on, start, end));
    }
    List<Column> using = join.getUsingColumns();
    (using == null ? List.<Column>of() : using).forEach(column -> using(column, start, right));
  }

  private void using(Column column, int start, int right) {
    String key = reading.key(column.getColumnName());
    int token = reading.tree().indexOf(column.getColumnName());
    if (token < 0) {
      return;
    }
    scope.merge(key);
    List<Source> left = scope.sources().subList(start, right);
    List<Source> others = scope.sources().subList(right, scope.sources().size());
    for (List<Source> side : List.of(left, others)) {
      if (side.stream().noneMatch(s -> s.shape().open() || s.shape().field(key).isPresent())) {
        missing.column(token, token, side);
      }
    }
    for (Source one : left) {
      for (Source other : others) {
        if (one.shape().field(key).isPresent() && other.shape().field(key).isPresent()) {
          equalities.add(new Equality(new Slot(one.id(), key), new Slot(other.id(), key)));
        }
      }
    }
  }

  private void source(FromItem item) {
    if (item.getPivot() != null || item.getUnPivot() != null) {
      certain = false;
      add(item.getAlias(), Shape.UNKNOWN);
      return;
    }
    switch (item) {
      case Table table -> table(table);
      case LateralSubSelect query -> {
        Shape shape = queries.read(query, scope, withs);
        // ROWS FROM reads so, and names its columns in other ways.
        boolean rows = query.getSelect() instanceof PlainSelect s && s.getFromItem() == null;
        add(query.getAlias(), rows ? shape.opened() : shape);
      }
      case Select query -> add(query.getAlias(), queries.read(query, scope.outer(), withs));
      case ParenthesedFromItem joined -> {
        read(joined.getFromItem(), joined.getJoins());
        if (joined.getAlias() != null) {
          // The names of the joined relations are hidden, what is in them is not.
          certain = false;
          add(joined.getAlias(), Shape.UNKNOWN);
        }
      }
      default -> {
        Walk.over(item, new NameResolver(reading, queries, scope, withs));
        add(item.getAlias(), Shape.UNKNOWN);
      }
    }
  }

  private void table(Table table) {
    List<String> parts =
        table.getNameParts() == null ? List.of() : List.copyOf(table.getNameParts().reversed());
    if (parts.isEmpty()) {
      add(table.getAlias(), Shape.UNKNOWN);
      return;
    }
    List<String> keys = parts.stream().map(reading::key).toList();
    String name = parts.getLast();
    Optional<Withs.Entry> with = keys.size() == 1 ? withs.find(keys.getFirst()) : Optional.empty();
    if (with.isPresent()) {
      add(table.getAlias(), name, with.get().shape(), null);
      return;
    }
    switch (reading.catalog().find(keys)) {
      case Meaning.Known(KnownTable known) -> add(table.getAlias(), name, known.shape(), known);
      case Meaning.Elsewhere() -> add(table.getAlias(), name, Shape.UNKNOWN, null);
      case Meaning.Missing() -> {
        reportMissing(
            reading.tree().indexOf(parts.getFirst()), reading.tree().indexOf(parts.getLast()));
        add(table.getAlias(), name, Shape.UNKNOWN, null);
      }
    }
  }

  private void reportMissing(int first, int last) {
    if (first >= 0 && last >= 0 && !isFile(last)) {
      missing.table(first, last);
    }
  }

  // DuckDB reads files named where a table could be.
  private boolean isFile(int token) {
    String text = reading.tree().tokens().at(token).text();
    return text.startsWith("'") || text.contains(".") || text.contains("/");
  }

  private void add(@Nullable Alias alias, Shape shape) {
    add(alias, "", shape, null);
  }

  private void add(@Nullable Alias alias, String standIn, Shape shape, @Nullable KnownTable table) {
    String name = alias == null ? standIn : alias.getName();
    boolean renamed = alias != null && alias.getAliasColumns() != null;
    scope.add(
        new Source(
            reading.sourceId(name),
            reading.key(name),
            reading.text(name),
            alias == null ? shape : queries.aliased(shape, alias.getAliasColumns()),
            renamed ? null : table));
  }
}

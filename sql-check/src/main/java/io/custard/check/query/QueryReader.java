package io.custard.check.query;

import io.custard.check.schema.Field;
import io.custard.check.schema.Shape;
import io.custard.check.scope.Scope;
import io.custard.check.scope.Walk;
import io.custard.check.scope.Withs;
import io.custard.guard.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Alias.AliasColumn;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Reads a query of any form, with the queries inside it. */
final class QueryReader {
  private final Reading reading;

  QueryReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The shape of the query's result.
   *
   * @param outer the scope it stands in; null at the top
   * @param around the WITH queries that hold there; null for none
   */
  Shape read(Select query, @Nullable Scope outer, @Nullable Withs around) {
    return read(query, outer, around, first -> {});
  }

  private Shape read(
      Select query, @Nullable Scope outer, @Nullable Withs around, Consumer<Shape> first) {
    Withs withs = withs(query, outer, around);
    Shape shape =
        switch (query) {
          case PlainSelect select ->
              new BlockReader(reading, this, new Scope(reading.dialect(), outer), withs)
                  .read(select);
          case SetOperationList set -> combined(set, outer, withs, first);
          case ParenthesedSelect inner when inner.getSelect() != null ->
              read(inner.getSelect(), outer, withs, first);
          default -> {
            // VALUES and the like: rows of expressions, with columns of the server's naming.
            Scope scope = new Scope(reading.dialect(), outer);
            Walk.over(query, new NameResolver(reading, this, scope, withs));
            yield Shape.UNKNOWN;
          }
        };
    if (reading.dialect() == Dialect.POSTGRESQL) {
      // The others do not look at what is not used, or are not known to.
      withs.readAll();
    }
    return shape;
  }

  private Withs withs(Select query, @Nullable Scope outer, @Nullable Withs around) {
    List<WithItem<?>> items =
        query.getWithItemsList() == null ? List.of() : query.getWithItemsList();
    boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
    Withs withs = new Withs(around);
    for (WithItem<?> item : items) {
      Withs sees = withs;
      Withs holds = recursive ? withs : new Withs(withs);
      holds.add(
          reading.key(item.getAliasName()), new Withs.Entry(self -> with(item, outer, sees, self)));
      withs = holds;
    }
    return withs;
  }

  private Shape with(WithItem<?> item, @Nullable Scope outer, Withs sees, Withs.Entry self) {
    if (!(item.getParenthesedStatement() instanceof ParenthesedSelect query)) {
      return Shape.UNKNOWN;
    }
    List<String> columns = columns(item);
    Shape shape = read(query, outer, sees, first -> self.knownSoFar(renamed(first, columns)));
    Shape renamed = renamed(shape, columns);
    // SEARCH and CYCLE add columns.
    boolean more = item.getSearchClause() != null || item.getCycleClause() != null;
    return more ? renamed.opened() : renamed;
  }

  private List<String> columns(WithItem<?> item) {
    List<String> standIns = new ArrayList<>();
    if (item.getWithItemList() != null) {
      item.getWithItemList()
          .forEach(
              c -> standIns.add(c.getExpression() instanceof Column n ? n.getColumnName() : ""));
    }
    if (standIns.isEmpty()
        && item.getAlias() != null
        && item.getAlias().getAliasColumns() != null) {
      item.getAlias().getAliasColumns().forEach(column -> standIns.add(column.name));
    }
    return standIns;
  }

  /** The shape under new names for its columns, by their order. */
  Shape aliased(Shape shape, @Nullable List<AliasColumn> columns) {
    return columns == null
        ? shape
        : renamed(shape, columns.stream().map(column -> column.name).toList());
  }

  private Shape renamed(Shape shape, List<String> standIns) {
    if (standIns.isEmpty()) {
      return shape;
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < Math.max(standIns.size(), shape.fields().size()); i++) {
      Field old = i < shape.fields().size() ? shape.fields().get(i) : null;
      // Where columns are not all known, their order is not either.
      boolean same = old != null && !shape.open();
      fields.add(
          i >= standIns.size() && old != null
              ? old
              : new Field(
                  reading.key(standIns.get(i)),
                  reading.text(standIns.get(i)),
                  same && old != null ? old.column() : null));
    }
    return new Shape(fields, shape.open(), List.of(), false);
  }

  private Shape combined(
      SetOperationList set, @Nullable Scope outer, Withs withs, Consumer<Shape> first) {
    List<Shape> parts = new ArrayList<>();
    for (Select part : set.getSelects()) {
      parts.add(read(part, outer, withs));
      if (parts.size() == 1) {
        first.accept(withoutTypes(parts.getFirst()));
      }
    }
    new ResultOrder(reading).check(set.getOrderByElements(), parts);
    Shape shape = withoutTypes(parts.getFirst());
    boolean all = set.getOperations().stream().anyMatch(op -> op instanceof UnionOp u && u.isAll());
    boolean known = !all && !shape.open();
    return new Shape(shape.fields(), shape.open(), known ? List.of(keys(shape)) : List.of(), known);
  }

  // What a column of several queries holds is decided by all of them.
  private static Shape withoutTypes(Shape shape) {
    List<Field> fields =
        shape.fields().stream().map(field -> new Field(field.key(), field.shown(), null)).toList();
    return new Shape(fields, shape.open(), List.of(), false);
  }

  private static Set<String> keys(Shape shape) {
    return shape.fields().stream().map(Field::key).collect(Collectors.toSet());
  }
}

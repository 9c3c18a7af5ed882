package io.custard.check.query;

import io.custard.check.block.Block;
import io.custard.check.block.Block.Result;
import io.custard.check.block.Bound;
import io.custard.check.block.Joins;
import io.custard.check.block.Source;
import io.custard.check.schema.Shape;
import io.custard.check.scope.Clause;
import io.custard.check.scope.Scope;
import io.custard.check.scope.Walk;
import io.custard.check.scope.Withs;
import io.custard.guard.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Reads one SELECT. */
final class BlockReader {
  private static final Set<String> GROUPINGS = Set.of("rollup", "cube");

  private final Reading reading;
  private final Scope scope;
  private final NameResolver names;
  private final FromReader from;

  BlockReader(Reading reading, QueryReader queries, Scope scope, Withs withs) {
    this.reading = reading;
    this.scope = scope;
    this.names = new NameResolver(reading, queries, scope, withs);
    this.from = new FromReader(reading, queries, scope, withs);
  }

  /** The shape of its result; the reading gets the block. */
  Shape read(PlainSelect select) {
    from.read(select.getFromItem(), select.getJoins());
    if (select.getLateralViews() != null) {
      scope.add(new Source(reading.sourceId(""), "", "", Shape.UNKNOWN, null));
    }
    items(select).forEach(this::declareResult);
    resolve(select);
    Block block = block(select);
    reading.add(block);
    return new ResultShape(reading, names, block).of(select);
  }

  private static List<SelectItem<?>> items(PlainSelect select) {
    return select.getSelectItems() == null ? List.of() : select.getSelectItems();
  }

  private void declareResult(SelectItem<?> item) {
    if (item.getAlias() != null) {
      scope.addResult(reading.key(item.getAlias().getName()), item.getExpression());
    } else if (item.getExpression() instanceof Column column
        && reading.dialect() != Dialect.SQLITE) {
      // SQLite knows results by their aliases only.
      scope.addShown(reading.key(column.getColumnName()));
    }
  }

  private void resolve(PlainSelect select) {
    scope.enter(Clause.SELECT);
    items(select).forEach(item -> Walk.over(item.getExpression(), names));
    Walk.over(select.getWindowDefinitions(), names);
    for (FromReader.Condition on : from.conditions()) {
      scope.enterJoin(on.start(), on.end());
      Walk.over(on.expression(), names);
    }
    scope.enter(Clause.WHERE);
    Walk.over(select.getPreWhere(), names);
    Walk.over(select.getWhere(), names);
    scope.enter(Clause.GROUP_BY);
    if (select.getGroupBy() != null) {
      eachItem(select.getGroupBy().getGroupByExpressionList());
      eachItem(select.getGroupBy().getGroupingSets());
    }
    scope.enter(Clause.HAVING);
    Walk.over(select.getHaving(), names);
    scope.enter(Clause.QUALIFY);
    Walk.over(select.getQualify(), names);
    scope.enter(Clause.ORDER_BY);
    order(select).forEach(element -> eachItem(element.getExpression()));
    if (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null) {
      select.getDistinct().getOnSelectItems().forEach(item -> eachItem(item.getExpression()));
    }
  }

  private static List<OrderByElement> order(PlainSelect select) {
    return select.getOrderByElements() == null ? List.of() : select.getOrderByElements();
  }

  // Items may stand in parentheses, alone or together.
  private void eachItem(@Nullable Object items) {
    if (items instanceof Collection<?> list) {
      list.forEach(this::eachItem);
    } else if (items instanceof Function call
        && GROUPINGS.contains(reading.called(call.getName()))) {
      eachItem(call.getParameters());
    } else {
      Walk.over(items, names);
    }
  }

  private Block block(PlainSelect select) {
    Conditions conditions = new Conditions(reading.tree().tokens(), names, scope.sources());
    from.conditions().forEach(on -> conditions.read(on.expression()));
    conditions.read(select.getWhere());
    Joins joins = from.joins(conditions.equalities());
    Aggregates aggregates = new Aggregates(reading, names);
    return new Block(
        joins,
        conditions.filters(),
        new GroupItems(reading, scope, names).of(select),
        aggregates.all(),
        new Result(
            shown(select, aggregates),
            select.getDistinct() != null,
            isTop(select),
            reading.isAnswer(select)),
        names.columns());
  }

  // Columns in items without an aggregate.
  private List<Bound> shown(PlainSelect select, Aggregates aggregates) {
    List<Bound> shown = new ArrayList<>();
    for (SelectItem<?> item : items(select)) {
      if (!aggregates.isIn(item.getExpression())) {
        Walk.over(
            item.getExpression(),
            (Column column, boolean bare) -> names.meaning(column).ifPresent(shown::add));
      }
    }
    return shown;
  }

  private static boolean isTop(PlainSelect select) {
    boolean cut = select.getLimit() != null || select.getFetch() != null || select.getTop() != null;
    return cut && !order(select).isEmpty() && !order(select).getFirst().isAsc();
  }
}

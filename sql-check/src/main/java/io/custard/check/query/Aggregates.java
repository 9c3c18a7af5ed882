package io.custard.check.query;

import io.custard.check.block.Aggregate;
import io.custard.check.block.Bound;
import io.custard.check.scope.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** The calls of aggregate functions among those a SELECT makes; windows are none. */
final class Aggregates {
  private static final Set<String> NAMES =
      Set.of("sum", "avg", "count", "total", "min", "max", "mean");

  private final Reading reading;
  private final NameResolver names;

  Aggregates(Reading reading, NameResolver names) {
    this.reading = reading;
    this.names = names;
  }

  List<Aggregate> all() {
    List<Aggregate> all = new ArrayList<>();
    for (Function call : names.functions()) {
      add(call.getName(), call.isDistinct() || call.isUnique(), call.getParameters(), all);
    }
    for (AnalyticExpression call : names.analytics()) {
      if (call.getType() == AnalyticType.FILTER_ONLY) {
        add(call.getName(), call.isDistinct() || call.isUnique(), call.getExpression(), all);
      }
    }
    return all;
  }

  /** Whether there is one in an expression. */
  boolean isIn(Object expression) {
    boolean[] found = {false};
    Walk.over(
        expression,
        new Walk.Visitor() {
          @Override
          public void column(Column column, boolean bare) {
            // Only calls count.
          }

          @Override
          public void call(Function call) {
            found[0] |= isAggregate(call.getName());
          }

          @Override
          public void call(AnalyticExpression call) {
            found[0] |= isAggregate(call.getName());
          }
        });
    return found[0];
  }

  private boolean isAggregate(@Nullable String name) {
    return NAMES.contains(reading.called(name));
  }

  private void add(
      @Nullable String name, boolean distinct, @Nullable Object argument, List<Aggregate> all) {
    if (isAggregate(name)) {
      Argument columns = new Argument();
      Walk.over(argument, columns);
      all.add(new Aggregate(reading.called(name), distinct, columns.found, columns.certain));
    }
  }

  /** What an argument depends on. */
  private final class Argument implements Walk.Visitor {
    private final List<Bound> found = new ArrayList<>();
    private boolean certain = true;

    @Override
    public void column(Column column, boolean bare) {
      names.meaning(column).ifPresentOrElse(found::add, () -> certain = false);
    }

    @Override
    public void query(Select query) {
      certain = false;
    }
  }
}

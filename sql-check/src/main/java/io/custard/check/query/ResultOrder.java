package io.custard.check.query;

import io.custard.check.Problem.Listed;
import io.custard.check.Problem.UnknownColumn;
import io.custard.check.schema.Field;
import io.custard.check.schema.Shape;
import io.custard.check.schema.Similarity;
import java.util.List;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.jspecify.annotations.Nullable;

/** ORDER BY behind a set operation, which sees the results only. */
final class ResultOrder {
  private final Reading reading;

  ResultOrder(Reading reading) {
    this.reading = reading;
  }

  void check(@Nullable List<OrderByElement> order, List<Shape> parts) {
    if (order != null && parts.stream().noneMatch(Shape::open)) {
      order.forEach(element -> check(element, parts));
    }
  }

  private void check(OrderByElement element, List<Shape> parts) {
    if (!(element.getExpression() instanceof Column column) || column.getTable() != null) {
      return;
    }
    String key = reading.key(column.getColumnName());
    int token = reading.tree().indexOf(column.getColumnName());
    if (token >= 0 && parts.stream().allMatch(part -> part.field(key).isEmpty())) {
      List<Field> fields = parts.getFirst().fields();
      List<String> shown = fields.stream().map(Field::shown).toList();
      reading.add(
          token,
          token,
          written ->
              new UnknownColumn(
                  written,
                  reading.position(token),
                  Similarity.best(key, fields, Field::key).map(Field::shown).limit(3).toList(),
                  List.of(new Listed("the result", shown))));
    }
  }
}

package io.custard.query.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.query.result.StatementResult;
import io.custard.query.result.Value;
import java.util.List;

/**
 * The data set that a chart's specification names: an object for each row, a field for each cell.
 * Renderers that have the answer's rows make the same from them.
 */
public final class ChartData {
  private ChartData() {}

  public static ArrayNode of(StatementResult result) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (List<Value> row : result.rows().first(ResultShape.MOST_ROWS)) {
      ObjectNode object = data.addObject();
      for (int i = 0; i < row.size(); i++) {
        put(row.get(i), ColumnShape.field(i), object);
      }
    }
    return data;
  }

  private static void put(Value value, String field, ObjectNode row) {
    switch (value) {
      case Value.None none -> row.putNull(field);
      case Value.Truth truth -> row.put(field, truth.holds());
      case Value.Figure figure -> row.put(field, figure.number());
      case Value.Text text -> row.put(field, text.text());
      case Value.Tree tree -> row.put(field, tree.json());
    }
  }
}

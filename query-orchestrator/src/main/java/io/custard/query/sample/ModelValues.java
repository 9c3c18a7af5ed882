package io.custard.query.sample;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which cells of a database reach a prompt. It is made in this package alone, of
 * replies to executions whose purpose is {@code model}, which the agent refuses or masks; the rows
 * of results and look-ups have no way into it. The values are hostile text.
 */
public final class ModelValues {
  /** No values. */
  public static final ModelValues NONE = new ModelValues(Map.of());

  /** What values may take of a prompt, in characters. */
  private static final int MOST_CHARACTERS = 3_000;

  private final Map<TableName, TableValues> byTable;

  private ModelValues(Map<TableName, TableValues> byTable) {
    this.byTable = byTable;
  }

  /** Of the first tables, as many as there is room for. */
  static ModelValues of(List<SampledTable> tables, Map<TableName, TableValues> found) {
    Map<TableName, TableValues> shown = new LinkedHashMap<>();
    int left = MOST_CHARACTERS;
    for (SampledTable table : tables) {
      TableValues values = found.getOrDefault(table.name(), TableValues.NONE);
      if (!values.isEmpty() && values.characters() <= left) {
        shown.put(table.name(), values);
        left -= values.characters();
      }
    }
    return shown.isEmpty() ? NONE : new ModelValues(Map.copyOf(shown));
  }

  /** Examples of a column's values; none where there are none to show. */
  public List<String> of(TableDescription table, String column) {
    TableValues values = values(table);
    return values == null ? List.of() : values.of(column);
  }

  /** Whether the examples show the shape of values only: x for a letter, 9 for a digit. */
  public boolean areShapes(TableDescription table) {
    TableValues values = values(table);
    return values != null && values.shaped();
  }

  private @Nullable TableValues values(TableDescription table) {
    return byTable.get(new TableName(table.schema(), table.name()));
  }

  /** Leaves the values out. */
  @Override
  public String toString() {
    return "ModelValues[" + byTable.size() + "]";
  }
}

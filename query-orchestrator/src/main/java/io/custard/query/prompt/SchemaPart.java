package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.query.sample.ModelValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of a schema that a prompt has room for.
 *
 * @param all how many tables there are
 * @param leftOut names of the columns that are not shown, of tables too wide to be shown whole
 * @param values examples of what columns hold, where a model may see them
 */
public record SchemaPart(
    List<TableDescription> tables,
    int all,
    Map<TableName, List<String>> leftOut,
    ModelValues values) {
  public SchemaPart {
    tables = List.copyOf(tables);
    leftOut = Map.copyOf(leftOut);
    Objects.requireNonNull(values);
  }

  /** Without values. */
  public SchemaPart(List<TableDescription> tables, int all, Map<TableName, List<String>> leftOut) {
    this(tables, all, leftOut, ModelValues.NONE);
  }

  /** With all columns of its tables and without values. */
  public SchemaPart(List<TableDescription> tables, int all) {
    this(tables, all, Map.of());
  }

  /** The same tables with examples. */
  public SchemaPart with(ModelValues examples) {
    return new SchemaPart(tables, all, leftOut, examples);
  }

  /** Names of the columns of one of its tables that are not shown. */
  public List<String> columnsLeftOut(TableDescription table) {
    return leftOut.getOrDefault(new TableName(table.schema(), table.name()), List.of());
  }
}

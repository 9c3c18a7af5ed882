package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import java.util.List;
import java.util.Map;

/**
 * The part of a schema that a prompt has room for.
 *
 * @param all how many tables there are
 * @param leftOut names of the columns that are not shown, of tables too wide to be shown whole
 */
public record SchemaPart(
    List<TableDescription> tables, int all, Map<TableName, List<String>> leftOut) {
  public SchemaPart {
    tables = List.copyOf(tables);
    leftOut = Map.copyOf(leftOut);
  }

  /** With all columns of its tables. */
  public SchemaPart(List<TableDescription> tables, int all) {
    this(tables, all, Map.of());
  }

  /** Names of the columns of one of its tables that are not shown. */
  public List<String> columnsLeftOut(TableDescription table) {
    return leftOut.getOrDefault(new TableName(table.schema(), table.name()), List.of());
  }
}

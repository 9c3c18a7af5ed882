package io.custard.query.sample;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table that may be worth a sample: text that is neither a key nor, by its name,
 * about persons, and that the agent's policy does not mask.
 *
 * @param columns as the schema describes them, so that a change of one makes another table of it
 */
record SampledTable(TableName name, List<Column> columns) {
  private static final int MOST_COLUMNS = 12;

  /** How agents mark a masked column in the schema. */
  private static final String MASKED = "(masked by the agent's policy";

  SampledTable {
    columns = List.copyOf(columns);
  }

  /** Empty where no column is worth it. */
  static Optional<SampledTable> of(TableDescription table) {
    Set<String> keys = new HashSet<>(table.primaryKey());
    table.foreignKeys().forEach(key -> keys.addAll(key.columns()));
    List<Column> columns =
        table.columns().stream()
            .filter(column -> column.type() == ColumnType.TEXT && !keys.contains(column.name()))
            .filter(column -> !PersonalNames.isPersonal(column.name()) && !isMasked(column))
            .limit(MOST_COLUMNS)
            .toList();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new SampledTable(new TableName(table.schema(), table.name()), columns));
  }

  private static boolean isMasked(Column column) {
    return column.comment() != null && column.comment().contains(MASKED);
  }
}

package io.custard.agent.masking;

import io.custard.agent.policy.Mask;
import io.custard.agent.policy.Masks;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import java.util.Optional;

/** Says in a column's comment that it is masked, for whoever writes statements. */
public final class MaskedSchema {
  private MaskedSchema() {}

  public static TableDescription describe(Masks masks, TableDescription table) {
    if (!masks.maskTable(table.schema(), table.name())) {
      return table;
    }
    return new TableDescription(
        table.schema(),
        table.name(),
        table.kind(),
        table.comment(),
        table.rowEstimate(),
        table.columns().stream().map(column -> column(masks, table, column)).toList(),
        table.primaryKey(),
        table.foreignKeys());
  }

  private static Column column(Masks masks, TableDescription table, Column column) {
    Optional<Mask> mask = masks.of(table.schema(), table.name(), column.name());
    if (mask.isEmpty()) {
      return column;
    }
    String said = column.comment() == null ? "" : column.comment() + " ";
    return new Column(
        column.name(),
        column.type(),
        column.nativeType(),
        column.nullable(),
        said + "(masked by the agent's policy: " + mask.get().kind() + ")");
  }
}

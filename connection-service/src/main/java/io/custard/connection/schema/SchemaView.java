package io.custard.connection.schema;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema as the API shows it. The protocol's own records are not shown, because frames and events
 * are written in camelCase and the API in snake_case.
 */
@JsonNaming(SnakeCaseStrategy.class)
record SchemaView(String fingerprint, Instant discoveredAt, List<Table> tables) {

  @JsonNaming(SnakeCaseStrategy.class)
  record Table(
      String schema,
      String name,
      String kind,
      @Nullable String comment,
      long rowEstimate,
      List<Column> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys) {

    static Table of(TableDescription table) {
      return new Table(
          table.schema(),
          table.name(),
          table.kind(),
          table.comment(),
          table.rowEstimate(),
          table.columns().stream().map(Column::of).toList(),
          table.primaryKey(),
          table.foreignKeys().stream().map(ForeignKey::of).toList());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Column(
      String name, ColumnType type, String nativeType, boolean nullable, @Nullable String comment) {

    static Column of(TableDescription.Column column) {
      return new Column(
          column.name(), column.type(), column.nativeType(), column.nullable(), column.comment());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ForeignKey(
      List<String> columns,
      String referencedSchema,
      String referencedTable,
      List<String> referencedColumns) {

    static ForeignKey of(TableDescription.ForeignKey key) {
      return new ForeignKey(
          key.columns(), key.referencedSchema(), key.referencedTable(), key.referencedColumns());
    }
  }
}

package io.custard.query.translate;

import io.custard.protocol.TableDescription;
import io.custard.query.connection.Connection;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.custard.translate.Column;
import io.custard.translate.ColumnType;
import io.custard.translate.EnglishToSql;
import io.custard.translate.ForeignKey;
import io.custard.translate.Schema;
import io.custard.translate.SqlDialect;
import io.custard.translate.Table;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** One translator for each schema; it is built for a day, as questions say "today". */
@ApplicationScoped
class SchemaTranslators {
  private final PerSchema<EnglishToSql> translators;

  SchemaTranslators(KnownSchemas schemas) {
    this.translators =
        PerSchema.daily(
            schemas,
            (connection, tables, today) ->
                new EnglishToSql(schema(tables), SqlDialect.POSTGRESQL, today));
  }

  /** Completes on a worker thread. */
  Uni<EnglishToSql> translator(Connection connection) {
    return translators.of(connection);
  }

  /** Empty while there is no schema. Completes on a worker thread. */
  Uni<Optional<EnglishToSql>> ifKnown(Connection connection) {
    return translators.ifKnown(connection);
  }

  private static Schema schema(List<TableDescription> tables) {
    return new Schema(tables.stream().map(SchemaTranslators::table).toList());
  }

  private static Table table(TableDescription table) {
    return new Table(
        table.schema(),
        table.name(),
        table.kind().equals(TableDescription.VIEW),
        table.comment(),
        table.rowEstimate(),
        table.columns().stream().map(SchemaTranslators::column).toList(),
        table.primaryKey(),
        table.foreignKeys().stream().map(SchemaTranslators::foreignKey).toList());
  }

  private static Column column(TableDescription.Column column) {
    return new Column(column.name(), type(column.type()), column.nullable(), column.comment());
  }

  private static ColumnType type(io.custard.protocol.ColumnType type) {
    return switch (type) {
      case TEXT -> ColumnType.TEXT;
      case INTEGER -> ColumnType.INTEGER;
      case DECIMAL -> ColumnType.DECIMAL;
      case FLOAT -> ColumnType.FLOAT;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case DATE -> ColumnType.DATE;
      case TIME -> ColumnType.TIME;
      case TIMESTAMP, TIMESTAMPTZ -> ColumnType.TIMESTAMP;
      case JSON -> ColumnType.JSON;
      case UUID -> ColumnType.UUID;
      case BYTES -> ColumnType.BYTES;
      case INTERVAL, ARRAY, OTHER -> ColumnType.OTHER;
    };
  }

  private static ForeignKey foreignKey(TableDescription.ForeignKey key) {
    return new ForeignKey(
        key.columns(), key.referencedSchema(), key.referencedTable(), key.referencedColumns());
  }
}

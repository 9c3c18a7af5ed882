package io.custard.query.translate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.query.schema.KnownSchemas;
import io.custard.translate.Column;
import io.custard.translate.ColumnType;
import io.custard.translate.EnglishToSql;
import io.custard.translate.ForeignKey;
import io.custard.translate.Schema;
import io.custard.translate.SqlDialect;
import io.custard.translate.Table;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** One translator for each schema, built when first asked for and kept while it is used. */
@ApplicationScoped
class SchemaTranslators {
  private static final int KEPT = 64;

  private record Key(ConnectionId connection, long version, LocalDate today) {}

  private final Cache<Key, EnglishToSql> translators =
      Caffeine.newBuilder().maximumSize(KEPT).build();
  private final KnownSchemas schemas;

  SchemaTranslators(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  /** Completes on a worker thread: building an index is work. */
  Uni<EnglishToSql> translator(ConnectionId connection) {
    return schemas
        .known(connection)
        .map(version -> new Key(connection, version, LocalDate.now(java.time.ZoneOffset.UTC)))
        .chain(this::translator);
  }

  private Uni<EnglishToSql> translator(Key key) {
    EnglishToSql kept = translators.getIfPresent(key);
    if (kept != null) {
      return Uni.createFrom().item(kept).emitOn(Infrastructure.getDefaultWorkerPool());
    }
    return schemas
        .tables(key.connection())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tables -> new EnglishToSql(schema(tables), SqlDialect.POSTGRESQL, key.today()))
        .invoke(built -> translators.put(key, built));
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

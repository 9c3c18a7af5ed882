package io.custard.query.tool.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.OfConnection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a table is made of. */
@ApplicationScoped
class ListColumns implements Tool<ListColumns.Arguments> {
  private static final About<Arguments> ABOUT =
      new About<>(
          "list_columns",
          "Tells the columns and keys of one table or view.",
          Parameters.of(Arguments.class),
          "schema, name, kind and comment of the table; columns: name, type, native_type, nullable"
              + " and comment of each; primary_key; foreign_keys: columns, referenced_schema,"
              + " referenced_table and referenced_columns of each",
          Permission.QUERY_ASK,
          "");

  private final FindTables tables;

  ListColumns(FindTables tables) {
    this.tables = tables;
  }

  /** Of which table. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @Nullable
          @Size(min = 1, max = 200)
          @JsonPropertyDescription("The table's schema; needed where several have such a table.")
          String schema,
      @NotNull @Size(min = 1, max = 200) @JsonPropertyDescription("The table's name.") String table)
      implements OfConnection {}

  /** One column. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Column(
      String name, ColumnType type, String nativeType, boolean nullable, @Nullable String comment) {
    static Column of(TableDescription.Column column) {
      return new Column(
          column.name(), column.type(), column.nativeType(), column.nullable(), column.comment());
    }
  }

  /** One reference to another table. */
  @RegisterForReflection
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

  /** The whole table. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Table(
      String schema,
      String name,
      String kind,
      @Nullable String comment,
      List<Column> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys) {
    static Table of(TableDescription table) {
      return new Table(
          table.schema(),
          table.name(),
          table.kind(),
          table.comment(),
          table.columns().stream().map(Column::of).toList(),
          table.primaryKey(),
          table.foreignKeys().stream().map(ForeignKey::of).toList());
    }
  }

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<Table> run(ToolCall<Arguments> call) {
    Arguments wanted = call.arguments();
    return tables
        .of(call.connection())
        .map(known -> Table.of(known.find(wanted.schema(), wanted.table())));
  }
}

package io.custard.bench.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.sqlite.SqliteEngine;
import io.custard.cli.api.Json;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** The tables of one database, in a schema that is named as the database is. */
record DatabaseTables(String database, List<TableDescription> tables) {
  private static final long DEADLINE_SECONDS = 60;

  DatabaseTables {
    tables = List.copyOf(tables);
  }

  /** Read as an agent reads it. */
  static DatabaseTables of(Vertx vertx, Path file) throws Exception {
    String name = String.valueOf(file.getFileName()).replace(".sqlite", "");
    List<TableDescription> tables = new ArrayList<>();
    Database database =
        new SqliteEngine().open(vertx, DatabaseAddress.file(file.toAbsolutePath().toString()), 1);
    database
        .discover(table -> {
          tables.add(in(name, table, table.name()));
          return Future.succeededFuture();
        })
        .toCompletionStage()
        .toCompletableFuture()
        .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    return new DatabaseTables(name, tables);
  }

  /** Read from a list of names; single column keys are all it has. */
  static DatabaseTables ofNames(Path file) throws IOException {
    JsonNode database = Json.MAPPER.readTree(file.toFile()).path("sqlite");
    String name = database.path("name").textValue();
    List<TableDescription> tables = new ArrayList<>();
    for (JsonNode table : database.path("tables")) {
      if (!table.path("name").asText().startsWith("sqlite_")) {
        tables.add(described(name, table));
      }
    }
    return new DatabaseTables(name, tables);
  }

  /** The same table elsewhere; what it refers to is there too. */
  static TableDescription in(String schema, TableDescription table, String name) {
    List<ForeignKey> keys =
        table.foreignKeys().stream()
            .map(key ->
                new ForeignKey(
                    key.columns(), schema, key.referencedTable(), key.referencedColumns()))
            .toList();
    return new TableDescription(
        schema,
        name,
        table.kind(),
        table.comment(),
        table.rowEstimate(),
        table.columns(),
        table.primaryKey(),
        keys);
  }

  private static TableDescription described(String schema, JsonNode table) {
    List<Column> columns = new ArrayList<>();
    List<String> primary = new ArrayList<>();
    List<ForeignKey> keys = new ArrayList<>();
    for (JsonNode column : table.path("columns")) {
      String name = column.path("name").textValue();
      columns.add(new Column(name, ColumnType.OTHER, column.path("type").textValue(), true, null));
      if (column.path("primary_key").asBoolean()) {
        primary.add(name);
      }
      StreamSupport.stream(column.path("foreign_keys").spliterator(), false)
          .map(key ->
              new ForeignKey(
                  List.of(name),
                  schema,
                  key.path("target_table").asText(),
                  List.of(key.path("target_column").asText())))
          .forEach(keys::add);
    }
    String name = table.path("name").textValue();
    return new TableDescription(
        schema, name, TableDescription.TABLE, null, -1, columns, primary, keys);
  }
}

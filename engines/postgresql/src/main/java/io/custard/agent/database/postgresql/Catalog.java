package io.custard.agent.database.postgresql;

import io.custard.agent.database.Database;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema: one query for the tables, two for each {@link #BATCH} of them, so that a large
 * schema never stands in memory as a whole.
 */
final class Catalog {
  private static final int BATCH = 200;

  private final PgSession session;

  Catalog(PgSession session) {
    this.session = session;
  }

  /** Must run inside a transaction, so that the parts fit together. */
  Future<Integer> read(Function<TableDescription, Future<Void>> reader) {
    return session
        .rows(CatalogQueries.tables(Database.MAX_TABLES))
        .compose(tables -> batches(tables, 0, reader).map(tables.size()));
  }

  private Future<Void> batches(
      List<Row> tables, int from, Function<TableDescription, Future<Void>> reader) {
    if (from >= tables.size()) {
      return Future.succeededFuture();
    }
    List<Row> batch = tables.subList(from, Math.min(from + BATCH, tables.size()));
    return batch(batch, reader).compose(sent -> batches(tables, from + BATCH, reader));
  }

  private Future<Void> batch(List<Row> tables, Function<TableDescription, Future<Void>> reader) {
    List<String> oids = tables.stream().map(row -> row.getString("oid")).toList();
    return session
        .rows(CatalogQueries.columns(oids))
        .compose(columns ->
            session
                .rows(CatalogQueries.keys(oids))
                .compose(keys -> send(tables, byTable(columns), byTable(keys), reader)));
  }

  private static Future<Void> send(
      List<Row> tables,
      Map<String, List<Row>> columns,
      Map<String, List<Row>> keys,
      Function<TableDescription, Future<Void>> reader) {
    Future<Void> sent = Future.succeededFuture();
    for (Row table : tables) {
      String oid = table.getString("oid");
      sent =
          sent.compose(before ->
              reader.apply(
                  table(
                      table,
                      columns.getOrDefault(oid, List.of()),
                      keys.getOrDefault(oid, List.of()))));
    }
    return sent;
  }

  private static Map<String, List<Row>> byTable(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.getString("table_oid")));
  }

  private static TableDescription table(Row table, List<Row> columns, List<Row> keys) {
    return new TableDescription(
        table.getString("schema"),
        table.getString("name"),
        isView(table.getString("kind")) ? TableDescription.VIEW : TableDescription.TABLE,
        table.getString("comment"),
        Long.parseLong(table.getString("estimate")),
        columns.stream().map(Catalog::column).toList(),
        keys.stream()
            .filter(key -> key.getString("kind").equals("p"))
            .findFirst()
            .map(key -> names(key.getString("columns")))
            .orElse(List.of()),
        keys.stream()
            .filter(key -> key.getString("kind").equals("f"))
            .map(Catalog::foreignKey)
            .toList());
  }

  private static boolean isView(String kind) {
    return kind.equals("v") || kind.equals("m");
  }

  private static Column column(Row row) {
    return new Column(
        row.getString("name"),
        TypeLookup.read(row).type(),
        row.getString("native_type"),
        row.getString("nullable").startsWith("t"),
        row.getString("comment"));
  }

  private static ForeignKey foreignKey(Row row) {
    return new ForeignKey(
        names(row.getString("columns")),
        row.getString("referenced_schema"),
        row.getString("referenced_table"),
        names(row.getString("referenced_columns")));
  }

  private static List<String> names(@Nullable String json) {
    return json == null ? List.of() : new JsonArray(json).stream().map(String::valueOf).toList();
  }
}

package io.custard.agent.database.mysql;

import io.custard.agent.database.Database;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the schema: one query for the tables, two for each schema of the server. */
final class Catalog {

  private final MySqlSession session;

  Catalog(MySqlSession session) {
    this.session = session;
  }

  /** Answers how many tables the reader was given. */
  Future<Integer> read(Function<TableDescription, Future<Void>> reader) {
    return session
        .rows(CatalogQueries.tables(Database.MAX_TABLES))
        .compose(tables -> {
          Future<Integer> count = Future.succeededFuture(0);
          for (var schema : by("table_schema", tables).entrySet()) {
            count =
                count.compose(before ->
                    schema(schema.getKey(), schema.getValue(), reader).map(more -> before + more));
          }
          return count;
        });
  }

  private Future<Integer> schema(
      String name, List<Row> tables, Function<TableDescription, Future<Void>> reader) {
    return session
        .rows(CatalogQueries.columns(name))
        .compose(columns ->
            session
                .rows(CatalogQueries.keys(name))
                .compose(keys ->
                    send(tables, by("table_name", columns), by("table_name", keys), reader)));
  }

  private static Future<Integer> send(
      List<Row> tables,
      Map<String, List<Row>> columns,
      Map<String, List<Row>> keys,
      Function<TableDescription, Future<Void>> reader) {
    Future<Integer> sent = Future.succeededFuture(0);
    for (Row table : tables) {
      String name = table.getString("table_name");
      List<Row> readable = columns.getOrDefault(name, List.of());
      if (!readable.isEmpty()) {
        TableDescription described = table(table, readable, keys.getOrDefault(name, List.of()));
        sent = sent.compose(before -> reader.apply(described).map(before + 1));
      }
    }
    return sent;
  }

  private static Map<String, List<Row>> by(String column, List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getString(column), LinkedHashMap::new, Collectors.toList()));
  }

  private static TableDescription table(Row table, List<Row> columns, List<Row> keys) {
    boolean isView = table.getString("kind").equals("VIEW");
    Map<String, List<Row>> constraints = by("constraint_name", keys);
    List<Row> primary = constraints.getOrDefault("PRIMARY", List.of());
    List<ForeignKey> foreign = new ArrayList<>();
    constraints.forEach((name, parts) -> {
      if (parts.getFirst().getString("referenced_table") != null) {
        foreign.add(foreignKey(parts));
      }
    });
    Long estimate = table.getLong("estimate");
    return new TableDescription(
        table.getString("table_schema"),
        table.getString("table_name"),
        isView ? TableDescription.VIEW : TableDescription.TABLE,
        isView ? null : said(table.getString("comment")),
        isView || estimate == null ? -1 : estimate,
        columns.stream().map(Catalog::column).toList(),
        primary.stream().map(row -> row.getString("name")).toList(),
        foreign);
  }

  private static Column column(Row row) {
    return new Column(
        row.getString("name"),
        NativeTypes.of(row.getString("data_type"), row.getString("column_type")),
        row.getString("column_type"),
        row.getString("nullable").equals("YES"),
        said(row.getString("comment")));
  }

  private static ForeignKey foreignKey(List<Row> parts) {
    return new ForeignKey(
        parts.stream().map(row -> row.getString("name")).toList(),
        parts.getFirst().getString("referenced_schema"),
        parts.getFirst().getString("referenced_table"),
        parts.stream().map(row -> row.getString("referenced_column")).toList());
  }

  private static @Nullable String said(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : comment;
  }
}

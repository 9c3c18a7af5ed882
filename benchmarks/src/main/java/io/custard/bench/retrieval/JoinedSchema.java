package io.custard.bench.retrieval;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One schema of many tables: the databases that have questions, then those of which the names are
 * known, then copies of the former under other names until there are enough. A copy has the columns
 * and references of what it is a copy of; its tables and its schema have a word in front, as
 * archives and stages have. So every question has its tables and several that are as good but for
 * that word.
 *
 * @param real how many of the tables are no copies
 * @param asked the databases that have questions
 */
record JoinedSchema(List<TableDescription> tables, int real, List<DatabaseTables> asked) {
  static final int WANTED = 1_000;

  private static final List<String> PREFIXES =
      List.of("archive", "staging", "partner", "forecast", "emea", "legacy", "audit", "regional");

  JoinedSchema {
    tables = List.copyOf(tables);
    asked = List.copyOf(asked);
  }

  static JoinedSchema of(SharedData data) throws Exception {
    List<DatabaseTables> asked = asked(data);
    List<TableDescription> tables = new ArrayList<>();
    asked.forEach(database -> tables.addAll(database.tables()));
    for (Path file : data.namesOnly()) {
      tables.addAll(DatabaseTables.ofNames(file).tables());
    }
    int real = tables.size();
    for (String prefix : PREFIXES) {
      for (DatabaseTables database : asked) {
        if (tables.size() < WANTED) {
          database.tables().forEach(table -> tables.add(copy(prefix, table)));
        }
      }
    }
    return new JoinedSchema(tables, real, asked);
  }

  private static List<DatabaseTables> asked(SharedData data) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      List<DatabaseTables> asked = new ArrayList<>();
      for (Path file : data.databases()) {
        asked.add(DatabaseTables.of(vertx, file));
      }
      return asked;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private static TableDescription copy(String prefix, TableDescription table) {
    String schema = prefix + "_" + table.schema();
    TableDescription copy = DatabaseTables.in(schema, table, prefix + "_" + table.name());
    List<ForeignKey> keys =
        copy.foreignKeys().stream()
            .map(key ->
                new ForeignKey(
                    key.columns(),
                    schema,
                    prefix + "_" + key.referencedTable(),
                    key.referencedColumns()))
            .toList();
    return new TableDescription(
        schema,
        copy.name(),
        copy.kind(),
        copy.comment(),
        copy.rowEstimate(),
        copy.columns(),
        copy.primaryKey(),
        keys);
  }
}

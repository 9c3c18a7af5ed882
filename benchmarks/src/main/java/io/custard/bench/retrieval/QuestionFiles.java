package io.custard.bench.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.Relation;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions about a database in all their wordings; those the guard cannot read are left. */
final class QuestionFiles {
  private static final List<String> WORDINGS = List.of("plain", "syn", "realistic", "dk");

  private final SqlGuard guard = new SqlGuard(Dialect.SQLITE, GuardLimits.defaults());

  List<AskedQuestion> of(SharedData data, List<DatabaseTables> databases) throws IOException {
    Map<String, DatabaseTables> byName = new HashMap<>();
    databases.forEach(database -> byName.put(database.database(), database));
    List<AskedQuestion> questions = new ArrayList<>();
    for (Path file : data.databases()) {
      Path folder = file.resolveSibling("");
      DatabaseTables database = byName.get(String.valueOf(folder.getFileName()));
      for (String wording : WORDINGS) {
        String name = wording.equals("plain") ? "questions" : "questions." + wording;
        Path questionFile = folder.resolve(name + ".jsonl");
        if (database != null && Files.exists(questionFile)) {
          read(questionFile, wording, database, questions);
        }
      }
    }
    return questions;
  }

  private void read(
      Path file, String wording, DatabaseTables database, List<AskedQuestion> questions)
      throws IOException {
    for (String line : Files.readAllLines(file)) {
      JsonNode fields = Json.MAPPER.readTree(line);
      if (guard.judge(fields.path("gold_sql").asText()) instanceof Verdict.Accepted accepted) {
        Set<TableName> tables = tables(accepted, database);
        if (!tables.isEmpty()) {
          String text = fields.path("question").asText();
          questions.add(new AskedQuestion(wording, text, tables, columns(accepted)));
        }
      }
    }
  }

  private static Set<TableName> tables(Verdict.Accepted accepted, DatabaseTables database) {
    Map<String, TableName> known = new HashMap<>();
    for (TableDescription table : database.tables()) {
      known.put(lower(table.name()), new TableName(table.schema(), table.name()));
    }
    Set<TableName> tables = new HashSet<>();
    for (Relation relation : accepted.relations()) {
      TableName table = known.get(lower(relation.name().getLast()));
      if (table != null) {
        tables.add(table);
      }
    }
    return tables;
  }

  private static Set<String> columns(Verdict.Accepted accepted) {
    return accepted.columns().stream()
        .map(column -> lower(column.substring(column.lastIndexOf('.') + 1)))
        .collect(Collectors.toSet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

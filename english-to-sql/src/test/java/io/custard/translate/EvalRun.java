package io.custard.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Translates the questions of evaluation sets and writes one {"id","sql"} a line, with the reason
 * where none is given. Arguments: the sets folder, the file to write, then names of sets.
 */
public final class EvalRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EvalRun() {}

  /** A question with what became of it. */
  record Asked(JsonNode question, Translation translation) {}

  /** Translates and writes. */
  public static void main(String[] args) throws IOException, SQLException {
    Path sets = Path.of(args[0]);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
      for (int i = 2; i < args.length; i++) {
        for (Path database : databases(sets.resolve(args[i]))) {
          for (Asked asked : ask(database)) {
            out.println(JSON.writeValueAsString(line(asked)));
          }
        }
      }
    }
  }

  private static ObjectNode line(Asked asked) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", asked.question().get("id").asText());
    switch (asked.translation()) {
      case Translation.Sql sql ->
          line.put("sql", sql.sql())
              .put("explanation", sql.explanation())
              .put("answer", sql.answerTemplate());
      case Translation.CannotAnswer cannot -> line.put("sql", "").put("reason", cannot.reason());
      case Translation.NeedsValues needs -> line.put("sql", "").put("reason", "asked twice");
    }
    line.put("question", asked.question().get("question").asText());
    line.put("gold", asked.question().get("gold_sql").asText());
    return line;
  }

  /** The databases of a set that are SQLite files. */
  static List<Path> databases(Path set) throws IOException {
    try (Stream<Path> folders = Files.list(set)) {
      return folders
          .sorted()
          .map(f -> f.resolve(f.getFileName() + ".sqlite"))
          .filter(Files::exists)
          .toList();
    }
  }

  /** Every question beside a database, in all its wordings, translated. */
  static List<Asked> ask(Path database) throws IOException, SQLException {
    List<Asked> asked = new ArrayList<>();
    try (Connection connection = open(database);
        Stream<Path> files = Files.list(database.getParent())) {
      EnglishToSql english =
          new EnglishToSql(
              SqliteSchemas.read(connection), SqlDialect.SQLITE, LocalDate.of(2025, 6, 15));
      List<Path> questions =
          files
              .filter(f -> f.getFileName().toString().matches("questions.*\\.jsonl"))
              .sorted()
              .toList();
      for (Path file : questions) {
        for (String line : Files.readAllLines(file)) {
          JsonNode question = JSON.readTree(line);
          String text = question.get("question").asText();
          asked.add(new Asked(question, SqliteSchemas.ask(connection, english, text)));
        }
      }
    }
    return asked;
  }

  static Connection open(Path database) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro&immutable=1");
  }
}

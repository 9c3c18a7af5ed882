package io.custard.evaluation.set;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions of {@code DIR/sets/SET/DB/questions*.jsonl} by their ids. */
public final class Questions {
  private final Map<String, Question> byId;

  private Questions(Map<String, Question> byId) {
    this.byId = byId;
  }

  /**
   * Reads every set.
   *
   * @throws InvalidFile when there is none, a line is no question, or two have one id
   */
  public static Questions read(Path folder) throws IOException, InvalidFile {
    Path sets = folder.resolve("sets");
    if (!Files.isDirectory(sets)) {
      throw new InvalidFile("There is no folder " + sets + ".");
    }
    Map<String, Question> byId = new HashMap<>();
    try (DirectoryStream<Path> databases = Files.newDirectoryStream(sets)) {
      for (Path set : databases) {
        if (Files.isDirectory(set)) {
          readSet(set, byId);
        }
      }
    }
    if (byId.isEmpty()) {
      throw new InvalidFile("There are no questions under " + sets + ".");
    }
    return new Questions(byId);
  }

  private static void readSet(Path set, Map<String, Question> byId)
      throws IOException, InvalidFile {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(set, Files::isDirectory)) {
      for (Path database : folders) {
        readDatabase(String.valueOf(set.getFileName()), database, byId);
      }
    }
  }

  private static void readDatabase(String set, Path folder, Map<String, Question> byId)
      throws IOException, InvalidFile {
    try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder, "questions*.jsonl")) {
      for (Path list : lists) {
        for (JsonNode line : JsonLines.read(list)) {
          Question question = question(set, folder.toAbsolutePath(), line);
          if (byId.put(question.id(), question) != null) {
            throw new InvalidFile("Two questions have the id " + question.id() + ".");
          }
        }
      }
    }
  }

  private static Question question(String set, Path folder, JsonNode line) throws InvalidFile {
    List<String> gold = new ArrayList<>(List.of(JsonLines.text(line, "gold_sql")));
    line.path("gold_alts").forEach(other -> gold.add(other.asText()));
    return new Question(
        JsonLines.text(line, "id"),
        set,
        folder.resolve(JsonLines.text(line, "db_id") + ".sqlite"),
        gold,
        line.path("ordered").asBoolean(),
        line.path("dialect").asText(Question.SQLITE));
  }

  public Optional<Question> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

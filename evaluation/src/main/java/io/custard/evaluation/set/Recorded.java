package io.custard.evaluation.set;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that somebody wrote for a question.
 *
 * @param position of its line among the statements of the file, from 0
 * @param id of the question
 * @param model who wrote it; null where the file does not say
 * @param sql blank where the model declined
 */
public record Recorded(int position, String id, @Nullable String model, String sql) {
  /** Reads lines {@code {"id","model","sql"}}. */
  public static List<Recorded> read(Path file) throws IOException, InvalidFile {
    List<Recorded> statements = new ArrayList<>();
    for (JsonNode line : JsonLines.read(file)) {
      statements.add(
          new Recorded(
              statements.size(),
              JsonLines.text(line, "id"),
              line.path("model").textValue(),
              JsonLines.text(line, "sql")));
    }
    return statements;
  }
}

package io.custard.evaluation.set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of one JSON object a line; blank lines are passed over. */
final class JsonLines {
  private JsonLines() {}

  static List<JsonNode> read(Path file) throws IOException, InvalidFile {
    List<JsonNode> lines = new ArrayList<>();
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines.add(object(file, number, line));
        }
      }
    }
    return lines;
  }

  private static JsonNode object(Path file, int number, String line) throws InvalidFile {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Said below, without the line's content.
    }
    throw new InvalidFile("Line " + number + " of " + file + " is no JSON object.");
  }

  static String text(JsonNode line, String field) throws InvalidFile {
    JsonNode value = line.path(field);
    if (!value.isTextual()) {
      throw new InvalidFile("A line has no text \"" + field + "\": " + line.path("id") + ".");
    }
    return value.textValue();
  }
}

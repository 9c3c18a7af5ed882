package io.custard.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures as they are shown. */
public final class Figures {
  private Figures() {}

  /** One line, for programs. */
  public static void printJson(ObjectNode figures, PrintStream out) throws JsonProcessingException {
    out.println(Json.MAPPER.writeValueAsString(figures));
  }

  /** One line for each figure, for people. */
  public static void printTable(ObjectNode figures, PrintStream out) {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    figures.properties().forEach(figure -> add(figure.getKey(), figure.getValue(), lines));
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    lines.forEach((name, value) ->
        out.println(name + " ".repeat(width - name.length() + 2) + value.asText()));
  }

  private static void add(String name, JsonNode value, Map<String, JsonNode> lines) {
    if (value.isObject()) {
      value.properties().forEach(part -> lines.put("  " + part.getKey(), part.getValue()));
    } else {
      lines.put(name, value);
    }
  }
}

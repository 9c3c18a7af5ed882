package io.custard.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The outcome of a benchmark with the machine it ran on. */
record Report(String bench, ObjectNode figures, ObjectNode machine) {

  /** One line, for programs. */
  void printJson(PrintStream out) throws JsonProcessingException {
    out.println(Json.MAPPER.writeValueAsString(this));
  }

  /** One line for each figure, for people. */
  void printTable(PrintStream out) {
    Map<String, String> lines = new LinkedHashMap<>();
    flatten("", figures, lines);
    flatten("machine ", machine, lines);
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    lines.forEach(
        (name, value) -> out.println(name + " ".repeat(width - name.length() + 2) + value));
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> lines) {
    node.properties()
        .forEach(figure -> {
          if (figure.getValue().isObject()) {
            flatten(prefix + figure.getKey() + " ", figure.getValue(), lines);
          } else {
            lines.put(prefix + figure.getKey(), figure.getValue().asText());
          }
        });
  }
}

package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes a body that a schema allows. */
final class SchemaBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaBody() {}

  /**
   * Every property the schema requires, and those that are known.
   *
   * @param known values by name, used where the schema has the name
   */
  static ObjectNode of(JsonNode schema, Map<String, Object> known) {
    ObjectNode body = JSON.createObjectNode();
    for (JsonNode name : schema.path("required")) {
      body.set(name.asText(), value(schema.path("properties").path(name.asText())));
    }
    known.forEach((name, value) -> {
      if (schema.path("properties").has(name)) {
        body.set(name, JSON.valueToTree(value));
      }
    });
    return body;
  }

  private static JsonNode value(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "boolean" -> JSON.valueToTree(true);
      case "integer", "number" -> JSON.valueToTree(schema.path("minimum").asInt(1));
      case "array" -> JSON.valueToTree(List.of(value(schema.path("items"))));
      case "object" -> of(schema, Map.of());
      default -> JSON.valueToTree(text(schema.path("pattern").asText()));
    };
  }

  /** The first choice of a pattern that is a list of words; else a word. */
  private static String text(String pattern) {
    return pattern.matches("[a-z:|]+") ? pattern.split("\\|")[0] : "something";
  }
}

package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.access.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * One operation of the public API, as the documents of the services say; each service's own test
 * holds its document to its code.
 *
 * @param permission as the document names it; empty where it names none
 * @param parameters in the path
 * @param body schema of the JSON body; missing without one
 */
record ApiOperation(
    String method, String path, String permission, List<String> parameters, JsonNode body) {
  private static final Path DOCUMENTS = Path.of("..", "docs", "openapi");
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options");
  private static final String REFERENCE = "$ref";

  static List<ApiOperation> all() throws IOException {
    List<ApiOperation> operations = new ArrayList<>();
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      for (Path file : files.sorted().toList()) {
        read(new ObjectMapper().readTree(file.toFile()), operations);
      }
    }
    return operations;
  }

  private static void read(JsonNode document, List<ApiOperation> into) {
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> into.add(operation(document, path.getKey(), entry))));
  }

  private static ApiOperation operation(
      JsonNode document, String path, Map.Entry<String, JsonNode> entry) {
    JsonNode operation = entry.getValue();
    List<String> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        parameters.add(parameter.path("name").asText());
      }
    }
    return new ApiOperation(
        entry.getKey().toUpperCase(Locale.ROOT),
        path,
        operation.path("x-permission").asText(),
        parameters,
        inline(document, operation.at("/requestBody/content/application~1json/schema")));
  }

  /** The schema itself where the document only names it. */
  private static JsonNode inline(JsonNode document, JsonNode schema) {
    return schema.has(REFERENCE)
        ? document.at(schema.path(REFERENCE).asText().substring(1))
        : schema;
  }

  boolean isOpen() {
    return permission.equals("open");
  }

  /** One of them is enough; a name the matrix has not is an error. */
  List<Permission> permissions() {
    return Stream.of(permission.split(",")).map(Permission::valueOf).toList();
  }

  boolean namesConnectionInBody() {
    return body.path("properties").has("connection_id");
  }

  /** The path with its parameters filled in; the values are encoded already. */
  String at(Map<String, String> values) {
    String filled = path;
    for (String parameter : parameters) {
      String value = values.get(parameter);
      if (value == null) {
        throw new IllegalStateException("no value for {" + parameter + "} of " + this);
      }
      filled = filled.replace("{" + parameter + "}", value);
    }
    return filled;
  }

  /** The path with the same value for every parameter. */
  String at(String value) {
    return path.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(value));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

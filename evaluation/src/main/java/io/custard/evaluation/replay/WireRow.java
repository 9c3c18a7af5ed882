package io.custard.evaluation.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a stream back into the values that SQLite has: the API writes by a column's type
 * what SQLite keeps as a number or a text ({@code docs/column-types.md}).
 */
final class WireRow {
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  private final List<String> types;

  private WireRow(List<String> types) {
    this.types = types;
  }

  /** Of the columns that the stream begins with. */
  static WireRow of(JsonNode columns) {
    List<String> types = new ArrayList<>();
    columns.forEach(column -> types.add(column.path("type").asText()));
    return new WireRow(types);
  }

  List<@Nullable Object> read(byte[] line) throws IOException {
    List<@Nullable Object> row = new ArrayList<>(types.size());
    try (JsonParser json = Json.MAPPER.getFactory().createParser(line)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("a line of the stream is no row");
      }
      for (JsonToken token = json.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        row.add(value(json, token, types.get(row.size()), line));
      }
    }
    return row;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, String type, byte[] line)
      throws IOException {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE, VALUE_FALSE -> truth(token == JsonToken.VALUE_TRUE, type);
      case VALUE_STRING -> text(json.getText(), type);
      case START_OBJECT, START_ARRAY -> nested(json, line);
      default -> throw new IOException("a row of the stream holds " + token);
    };
  }

  /** SQLite has no truths; in a JSON column it is a text. */
  private static Object truth(boolean truth, String type) {
    return type.equals("json") ? Boolean.toString(truth) : (Object) (truth ? 1L : 0L);
  }

  private static Object text(String text, String type) {
    return switch (type) {
      case "timestamp" -> DATE_TIME.matcher(text).matches() ? text.replace('T', ' ') : text;
      case "bytes" -> bytes(text);
      case "float", "decimal", "integer" -> infinite(text);
      default -> text;
    };
  }

  private static Object infinite(String text) {
    return switch (text) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> text;
    };
  }

  /** A text in a column of blobs stands as it is; most are no base64. */
  private static String bytes(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** As it stands in the line, which is as it is stored. */
  private static String nested(JsonParser json, byte[] line) throws IOException {
    int from = (int) json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    int to = (int) json.currentLocation().getByteOffset();
    return new String(line, from, to - from, StandardCharsets.UTF_8);
  }
}

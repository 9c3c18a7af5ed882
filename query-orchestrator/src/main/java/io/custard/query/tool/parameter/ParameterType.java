package io.custard.query.tool.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types an argument may have: what JSON Schema calls them, and which values they take. */
enum ParameterType {
  TEXT(String.class, "string", null),
  ID(UUID.class, "string", "uuid"),
  WHOLE_NUMBER(Integer.class, "integer", null),
  TRUTH(Boolean.class, "boolean", null),
  OBJECT(ObjectNode.class, "object", null);

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Class<?> java;
  private final String schema;
  private final @Nullable String format;

  ParameterType(Class<?> java, String schema, @Nullable String format) {
    this.java = java;
    this.schema = schema;
    this.format = format;
  }

  static ParameterType of(Class<?> java) {
    return Arrays.stream(values())
        .filter(type -> type.java == java)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type of arguments: " + java));
  }

  /** Nothing is converted: a number in quotes is a text. */
  boolean takes(JsonNode given) {
    return switch (this) {
      // Readers disagree about texts that go on behind U+0000.
      case TEXT -> given.isTextual() && given.textValue().indexOf('\0') < 0;
      case ID -> given.isTextual() && UUID_FORM.matcher(given.textValue()).matches();
      case WHOLE_NUMBER -> given.isIntegralNumber() && given.canConvertToInt();
      case TRUTH -> given.isBoolean();
      case OBJECT -> given.isObject();
    };
  }

  /** As JSON Schema names it. */
  String schema() {
    return schema;
  }

  @Nullable String format() {
    return format;
  }

  /** For people: what an argument must be. */
  String sentence() {
    return switch (this) {
      case TEXT -> "must be a text without U+0000";
      case ID -> "must be a UUID";
      case WHOLE_NUMBER -> "must be a whole number";
      case TRUTH -> "must be true or false";
      case OBJECT -> "must be an object";
    };
  }
}

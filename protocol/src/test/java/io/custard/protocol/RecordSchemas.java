package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, each once. A component that may be null is not required. */
final class RecordSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, Object> schemas = new TreeMap<>();

  Map<String, Object> all() {
    return schemas;
  }

  /** The schema of a message; {@code tag} is the value of its property {@code type}. */
  Map<String, Object> tagged(Class<?> record, @Nullable String tag) {
    Map<String, Object> schema = record(record);
    if (tag != null) {
      @SuppressWarnings("unchecked")
      Map<String, Object> properties = (Map<String, Object>) schema.get("properties");
      Map<String, Object> withTag = new LinkedHashMap<>();
      withTag.put("type", Map.of("const", tag));
      withTag.putAll(properties);
      schema.put("properties", withTag);
      @SuppressWarnings("unchecked")
      List<String> required = (List<String>) schema.get("required");
      required.addFirst("type");
    }
    return schema;
  }

  private Map<String, Object> record(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      properties.put(component.getName(), type(component.getGenericType()));
      if (!isNullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private Map<String, Object> type(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return Map.of("type", "array", "items", type(list.getActualTypeArguments()[0]));
    }
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return Map.of(
          "type", "object", "additionalProperties", type(map.getActualTypeArguments()[1]));
    }
    Class<?> simple = (Class<?>) type;
    if (List.of(int.class, long.class, Integer.class, Long.class).contains(simple)) {
      return Map.of("type", "integer");
    }
    if (simple == boolean.class || simple == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (simple == double.class || simple == Double.class) {
      return Map.of("type", "number");
    }
    if (simple.isEnum()) {
      return Map.of(
          "enum",
          Arrays.stream(simple.getEnumConstants())
              .map(constant -> JSON.convertValue(constant, String.class))
              .toList());
    }
    if (!simple.isRecord() || isSingleValue(simple)) {
      return Map.of("type", "string");
    }
    if (!schemas.containsKey(simple.getSimpleName())) {
      schemas.put(simple.getSimpleName(), Map.of());
      schemas.put(simple.getSimpleName(), record(simple));
    }
    return Map.of("$ref", "#/components/schemas/" + simple.getSimpleName());
  }

  // Ids are records that travel as one string.
  private static boolean isSingleValue(Class<?> record) {
    return Arrays.stream(record.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class))
        || Arrays.stream(record.getDeclaredFields())
            .anyMatch(f -> f.isAnnotationPresent(JsonValue.class));
  }
}

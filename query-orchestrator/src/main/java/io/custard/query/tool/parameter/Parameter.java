package io.custard.query.tool.parameter;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One component of a record of arguments.
 *
 * @param name in snake case, as callers write it
 * @param schema its JSON Schema
 */
record Parameter(String name, ParameterType type, boolean required, Map<String, Object> schema) {
  private static final SnakeCaseStrategy NAMES =
      (SnakeCaseStrategy) PropertyNamingStrategies.SNAKE_CASE;

  /** The annotations are asked of the field: constraints do not stand on components themselves. */
  static Parameter of(RecordComponent component) {
    Field field = field(component);
    ParameterType type = ParameterType.of(component.getType());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type.schema());
    if (type.format() != null) {
      schema.put("format", type.format());
    }
    JsonPropertyDescription said = field.getAnnotation(JsonPropertyDescription.class);
    schema.put(
        "description", Objects.requireNonNull(said, () -> "no description: " + field).value());
    for (Annotation each : field.getAnnotations()) {
      put(each, schema);
    }
    return new Parameter(
        snake(component.getName()), type, field.isAnnotationPresent(NotNull.class), schema);
  }

  static String snake(String name) {
    return NAMES.translate(name);
  }

  /** A constraint that the schema cannot tell would make the schema a lie. */
  private static void put(Annotation constraint, Map<String, Object> schema) {
    switch (constraint) {
      case NotNull told -> {}
      case Size size -> {
        schema.put("minLength", size.min());
        schema.put("maxLength", size.max());
      }
      case Min least -> schema.put("minimum", least.value());
      case Max most -> schema.put("maximum", most.value());
      default -> {
        if (constraint.annotationType().isAnnotationPresent(Constraint.class)) {
          throw new IllegalArgumentException("not in JSON Schema: " + constraint);
        }
      }
    }
  }

  private static Field field(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("every component has a field", e);
    }
  }
}

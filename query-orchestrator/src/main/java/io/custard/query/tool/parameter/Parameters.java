package io.custard.query.tool.parameter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call takes, read off the record that takes it: its components with their constraints and
 * descriptions. The record writes its names in snake case and is registered for reflection.
 */
public final class Parameters<A extends Record> {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Class<A> type;
  private final List<Parameter> all;

  private Parameters(Class<A> type) {
    this.type = type;
    this.all = Arrays.stream(type.getRecordComponents()).map(Parameter::of).toList();
  }

  /** Fails for a record with a type or a constraint that the schema cannot tell. */
  public static <A extends Record> Parameters<A> of(Class<A> type) {
    return new Parameters<>(type);
  }

  /** As JSON Schema, draft 2020-12; further properties are refused. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    all.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", all.stream().filter(Parameter::required).map(Parameter::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }

  Class<A> type() {
    return type;
  }

  List<Parameter> all() {
    return all;
  }
}

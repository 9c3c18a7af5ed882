package io.custard.query.tool.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.problem.CustardException;
import io.custard.problem.Problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Arguments into their record and back. What is not a parameter is refused, not passed over. */
@ApplicationScoped
public class ReadArguments {
  private final ObjectMapper json;
  private final Validator validator;

  ReadArguments(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * An argument that is null is as if it were absent.
   *
   * @throws CustardException {@code REQUEST_INVALID} with all that is wrong
   */
  public <A extends Record> A read(Parameters<A> parameters, ObjectNode given) {
    List<Violation> wrong = new ArrayList<>(unknown(parameters, given));
    wrong.addAll(mistyped(parameters, given));
    refuse(wrong);
    try {
      A arguments = json.treeToValue(given, parameters.type());
      refuse(validator.validate(arguments).stream().map(ReadArguments::violation).toList());
      return arguments;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every type was checked", e);
    }
  }

  /** One text for the same arguments, however they were written: names in order, nulls left out. */
  public String canonical(Record arguments) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    ObjectNode tree = json.valueToTree(arguments);
    tree.properties().stream()
        .filter(property -> !property.getValue().isNull())
        .forEach(property -> sorted.put(property.getKey(), property.getValue()));
    try {
      return json.writeValueAsString(sorted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static List<Violation> unknown(Parameters<?> parameters, ObjectNode given) {
    Set<String> left = new HashSet<>();
    given.fieldNames().forEachRemaining(left::add);
    parameters.all().forEach(parameter -> left.remove(parameter.name()));
    // Names that nobody knows are not repeated: they are the caller's text.
    return left.isEmpty()
        ? List.of()
        : List.of(new Violation("arguments", "takes only " + String.join(", ", names(parameters))));
  }

  private static List<String> names(Parameters<?> parameters) {
    return parameters.all().stream().map(Parameter::name).toList();
  }

  private static List<Violation> mistyped(Parameters<?> parameters, ObjectNode given) {
    return parameters.all().stream()
        .filter(parameter -> given.hasNonNull(parameter.name()))
        .filter(parameter -> !parameter.type().takes(given.get(parameter.name())))
        .map(parameter -> new Violation(parameter.name(), parameter.type().sentence()))
        .toList();
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw CustardException.invalid(
          violations.stream().sorted(Comparator.comparing(Violation::field)).toList());
    }
  }

  private static Violation violation(ConstraintViolation<?> violation) {
    return new Violation(
        Parameter.snake(violation.getPropertyPath().toString()), violation.getMessage());
  }
}

package io.custard.query.graph;

import java.util.Objects;

/**
 * Names a step and the type of its output.
 *
 * @param name in lower case, as it is written to journals
 * @param output what Jackson can write and read again
 */
public record StepKey<O>(String name, Class<O> output) {
  public StepKey {
    Objects.requireNonNull(name);
    Objects.requireNonNull(output);
  }

  @Override
  public String toString() {
    return name;
  }
}

package io.custard.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing that {@code custard bench} can measure. */
@FunctionalInterface
public interface Benchmark {
  /**
   * Measures; progress goes to standard error.
   *
   * @return figures by name, nested where that reads better; units end the names
   */
  ObjectNode measure() throws Exception;

  /** Whether what was measured holds what the project promises, whatever the machine. */
  default boolean passes(ObjectNode figures) {
    return true;
  }
}

package io.custard.query.result;

import java.math.BigDecimal;

/** One cell of a result with everything the agent wrote, to the last digit. */
public sealed interface Value {
  /** No value: SQL's null. */
  record None() implements Value {}

  record Truth(boolean holds) implements Value {}

  record Figure(BigDecimal number) implements Value {}

  record Text(String text) implements Value {}

  /** An array or an object, as the JSON text that arrived. */
  record Tree(String json) implements Value {}
}

package io.custard.query.step.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.query.graph.StepKey;

/**
 * What the question asks for, as structure.
 *
 * @param state metrics, dimensions, filters, period, order and limit
 */
public record Stated(JsonNode state) {
  public static final StepKey<Stated> STEP = new StepKey<>("state", Stated.class);
}

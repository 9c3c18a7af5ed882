package io.custard.evaluation.replay;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code POST /api/v1/query/validate} said.
 *
 * @param accepted by the guard
 * @param doubted whether the schema gave a reason to believe the database would refuse it
 */
public record Verdict(boolean accepted, boolean doubted, boolean schemaKnown) {
  /** Of a statement nobody judged. */
  static final Verdict NONE = new Verdict(false, false, false);

  static Verdict of(JsonNode body) {
    return new Verdict(
        body.path("accepted").asBoolean(),
        !body.path("problems").isEmpty(),
        body.path("schema_known").asBoolean());
  }
}

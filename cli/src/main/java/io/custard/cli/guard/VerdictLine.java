package io.custard.cli.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.cli.output.SafeText;
import io.custard.guard.Verdict;
import java.io.PrintStream;
import java.util.List;

/**
 * A verdict for programs: {@code {"id","verdict","code","message","position","micros"}}, and on an
 * accepted statement {@code tables, columns, functions, sql} besides.
 */
record VerdictLine(ObjectNode json) {

  static VerdictLine of(JsonNode id, Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.Accepted accepted -> accepted(id, accepted, judgement.micros());
      case Verdict.Refused refused ->
          new VerdictLine(
              start(id, "reject")
                  .put("code", refused.code().name())
                  .put("message", refused.message())
                  .put("position", refused.position())
                  .put("micros", judgement.micros()));
    };
  }

  /** The line of a statement that was not judged. */
  static VerdictLine refused(JsonNode id, String code, String message) {
    return new VerdictLine(
        start(id, "reject")
            .put("code", code)
            .put("message", message)
            .put("position", 0)
            .put("micros", 0));
  }

  private static VerdictLine accepted(JsonNode id, Verdict.Accepted accepted, long micros) {
    ObjectNode json =
        start(id, "accept")
            .putNull("code")
            .putNull("message")
            .putNull("position")
            .put("micros", micros);
    json.set("tables", array(accepted.tables()));
    json.set("columns", array(accepted.columns()));
    json.set("functions", array(accepted.functions()));
    return new VerdictLine(json.put("sql", accepted.sql()));
  }

  private static ObjectNode start(JsonNode id, String verdict) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("id", id.isMissingNode() ? json.nullNode() : id);
    return json.put("verdict", verdict);
  }

  private static ArrayNode array(List<String> names) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    names.forEach(array::add);
    return array;
  }

  /** Writes exactly one line, at once: the reader may be waiting before it asks again. */
  void print(PrintStream out) {
    try {
      out.print(SafeText.json(Json.MAPPER.writeValueAsString(json)) + "\n");
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict is always writable", e);
    }
  }
}

package io.custard.query.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.model.ModelFailure;
import io.custard.query.model.ModelFailure.Kind;

/** What a model made of a question. All of it is hostile text. */
sealed interface ModelDraft {

  /**
   * A statement that may answer it.
   *
   * @param reading how it read the question; may be empty
   * @param sentence an answer with references to cells; may be empty
   */
  record Sql(String sql, String reading, String sentence) implements ModelDraft {}

  /** It wants to ask back. */
  record Unclear(String question) implements ModelDraft {}

  /** The schema does not hold what is asked for. */
  record Impossible(String reason) implements ModelDraft {}

  /**
   * Reads the answer. Endpoints without structured output put prose, a fence or thoughts around it,
   * so the outermost object is what counts.
   *
   * @throws ModelFailure when there is none
   */
  static ModelDraft read(ObjectMapper json, String said) {
    int begin = said.indexOf('{', Math.max(0, said.lastIndexOf("</think>")));
    int end = said.lastIndexOf('}');
    if (begin < 0 || end < begin) {
      throw new ModelFailure(Kind.MALFORMED);
    }
    try {
      JsonNode object = json.readTree(said.substring(begin, end + 1));
      return switch (object.path("outcome").asText()) {
        case "sql" -> sql(object);
        case "unclear" -> new Unclear(text(object, "reason"));
        case "impossible" -> new Impossible(text(object, "reason"));
        default -> throw new ModelFailure(Kind.MALFORMED);
      };
    } catch (JsonProcessingException e) {
      throw new ModelFailure(Kind.MALFORMED);
    }
  }

  private static Sql sql(JsonNode object) {
    String sql = text(object, "sql");
    if (sql.isEmpty()) {
      throw new ModelFailure(Kind.MALFORMED);
    }
    return new Sql(sql, text(object, "reading"), text(object, "sentence"));
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asText("").strip();
  }
}
